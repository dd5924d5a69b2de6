/**
 * What differs between two releases, number by number, and which corrections stand behind it: for {@code changes.csv} and
 * for {@code diff} alike. Reads published files and, of the store, only what batches say of topics and years. Needs no Spark.
 */
@NullMarked
package se.tillsyn.analytics.change;

import org.jspecify.annotations.NullMarked;
