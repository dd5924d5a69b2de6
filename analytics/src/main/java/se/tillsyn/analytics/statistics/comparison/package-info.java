/**
 * Comparing many units at once without being misled by chance: p-values adjusted for their number, ranks with the places that
 * the data allow, and rates drawn towards the common rate.
 */
@NullMarked
package se.tillsyn.analytics.statistics.comparison;

import org.jspecify.annotations.NullMarked;
