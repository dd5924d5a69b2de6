/**
 * Tables and the one writer per file format that the store, the sample and the release share. Same rows in, same bytes
 * out: no clock, locale, host or thread count enters a file.
 */
@NullMarked
package se.tillsyn.ingest.table;

import org.jspecify.annotations.NullMarked;
