/**
 * What published figures say of each other and of time: regions against the rest of the nation, differences between regions,
 * trends. Sees only cells that may be published, so that nothing derived here can tell of one that may not.
 */
@NullMarked
package se.tillsyn.analytics.assessment;

import org.jspecify.annotations.NullMarked;
