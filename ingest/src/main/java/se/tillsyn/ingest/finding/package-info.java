/** The finding contract: what one row of an inspection says, its columns and closed choices. Knows no file format and no Spark. */
@NullMarked
package se.tillsyn.ingest.finding;

import org.jspecify.annotations.NullMarked;
