/**
 * The ingest job and its commands. One Spark task reads one file; the driver finds duplicates, describes the batch and
 * commits it. Never sees a release.
 */
@NullMarked
package se.tillsyn.ingest;

import org.jspecify.annotations.NullMarked;
