/** The comparison of an ingest with DuckDB on the same files; run by {@code ./tillsyn bench ingest}, never by a test. */
@NullMarked
package se.tillsyn.ingest.bench;

import org.jspecify.annotations.NullMarked;
