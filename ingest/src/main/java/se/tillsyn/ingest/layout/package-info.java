/**
 * Layouts: how a source's own columns and words become the finding contract. A layout is data (YAML), checked whole when
 * it is loaded. Knows no file format and reads no source.
 */
@NullMarked
package se.tillsyn.ingest.layout;

import org.jspecify.annotations.NullMarked;
