/**
 * Finding the same key twice: in a file, across files, against earlier batches. Sorted files of key hashes narrow the
 * search to candidates; candidates are then compared row by row. Plain Java; memory is bounded by the number of
 * candidates, not of rows.
 */
@NullMarked
package se.tillsyn.ingest.duplicates;

import org.jspecify.annotations.NullMarked;
