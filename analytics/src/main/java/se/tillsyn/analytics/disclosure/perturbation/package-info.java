/**
 * Ways of protecting counts that the atlas does not apply: the cell key method and rounding rules of other agencies. Kept
 * so that what the atlas does can be compared with them. Nothing here reaches a release.
 */
@NullMarked
package se.tillsyn.analytics.disclosure.perturbation;

import org.jspecify.annotations.NullMarked;
