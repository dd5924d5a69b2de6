/** How every job starts Spark: one place for what must not differ between runs. */
@NullMarked
package se.tillsyn.ingest.spark;

import org.jspecify.annotations.NullMarked;
