/** The account of a run: per file what was read, loaded and refused and why; as text, JSON and HTML. No content of rows. */
@NullMarked
package se.tillsyn.ingest.report;

import org.jspecify.annotations.NullMarked;
