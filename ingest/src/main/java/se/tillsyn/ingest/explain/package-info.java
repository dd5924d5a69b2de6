/**
 * What a layout makes of the first rows of a file, before anything is ingested. The one place that shows content of
 * fields: to the person who holds the file, on their own terminal, and only what {@link ShownValue} lets through.
 */
@NullMarked
package se.tillsyn.ingest.explain;

import org.jspecify.annotations.NullMarked;
