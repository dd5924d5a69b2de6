/**
 * What the methods find of effects that were planted in synthetic samples, and how often their intervals hold the true rates.
 * Everything from the sample's files through the cube to the statistic is the program's own; the truth comes from the sample's
 * model and never from its findings.
 */
@NullMarked
package se.tillsyn.analytics.truth;

import org.jspecify.annotations.NullMarked;
