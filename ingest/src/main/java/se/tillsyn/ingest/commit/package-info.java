/**
 * The one commit protocol, for the store's batches and for releases: staged on the same file system, every file forced
 * to disk, the manifest last, one rename, the parent forced. Knows nothing of what the folders hold.
 */
@NullMarked
package se.tillsyn.ingest.commit;

import org.jspecify.annotations.NullMarked;
