/** Regions that a reader has chosen, side by side over topics, ages and years. */
@NullMarked
package se.tillsyn.web.compare;

import org.jspecify.annotations.NullMarked;
