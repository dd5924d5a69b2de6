/**
 * How unequal rates are between units or over ordered groups, and how much of that chance alone would make. Rates enter as
 * proportions with a weight; what a weight counts (cases, population) is for the caller to name.
 */
@NullMarked
package se.tillsyn.analytics.statistics.inequality;

import org.jspecify.annotations.NullMarked;
