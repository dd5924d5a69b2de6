/**
 * Rates made comparable between populations of different make-up. Uses the limits of the package above, knows nothing of
 * regions or ages: a stratum is what the caller says it is.
 */
@NullMarked
package se.tillsyn.analytics.statistics.standardisation;

import org.jspecify.annotations.NullMarked;
