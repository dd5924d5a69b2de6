/**
 * The append-only store: numbered batches of findings in Parquet with their quarantine and manifest. A batch is never
 * changed; what was known at batch N is a fold over the first N.
 */
@NullMarked
package se.tillsyn.ingest.store;

import org.jspecify.annotations.NullMarked;
