/**
 * Change over periods: control charts, runs, trend tests and the rule that turns them into a statement. Series are given
 * in time order, one value a period; where a series must be broken (a regulation changed) the caller gives the parts.
 */
@NullMarked
package se.tillsyn.analytics.statistics.trend;

import org.jspecify.annotations.NullMarked;
