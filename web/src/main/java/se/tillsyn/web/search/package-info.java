/** Finds topics, regions (old names too) and words of the glossary. Keeps nothing of what readers look for. */
@NullMarked
package se.tillsyn.web.search;

import org.jspecify.annotations.NullMarked;
