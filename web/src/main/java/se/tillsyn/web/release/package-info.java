/**
 * Releases as the pages see them: which one is served, and its figures, codes and maps in memory. Reads files of the
 * release format only, and only after their hashes have been verified; computes no statistics.
 */
@NullMarked
package se.tillsyn.web.release;

import org.jspecify.annotations.NullMarked;
