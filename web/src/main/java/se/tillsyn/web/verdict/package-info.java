/** What may be said of a difference: its direction, whether the data show it, and whether it is good or bad. */
@NullMarked
package se.tillsyn.web.verdict;

import org.jspecify.annotations.NullMarked;
