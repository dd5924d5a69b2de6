/**
 * The release format, as writer and readers share it: names of files, tables and columns, statuses, the manifest and its
 * check. Plain Java and JSON: no Spark, no Hadoop, no store, so that the dashboard may use it.
 */
@NullMarked
package se.tillsyn.analytics.release;

import org.jspecify.annotations.NullMarked;
