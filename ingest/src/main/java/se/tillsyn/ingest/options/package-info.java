/** Options that several commands share. */
@NullMarked
package se.tillsyn.ingest.options;

import org.jspecify.annotations.NullMarked;
