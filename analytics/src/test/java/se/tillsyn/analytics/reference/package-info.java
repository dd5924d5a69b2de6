/**
 * Comparison with expected values that other programs made. {@link ReferenceTest} reads every file of a folder and compares
 * every expected column; {@code -Dtillsyn.reference=DIR} takes another folder with the same file names and columns.
 */
@NullMarked
package se.tillsyn.analytics.reference;

import org.jspecify.annotations.NullMarked;
