/**
 * Published tables as cubes: dimensions with codes and labels, measures with units, and for each cell a number or the reason
 * why there is none. Read from a release as it is; nothing is added up, averaged or rounded.
 */
@NullMarked
package se.tillsyn.web.dataset;

import org.jspecify.annotations.NullMarked;
