/**
 * Waiting times: quantiles with limits, of those who have waited to the end and of all including those who wait still. The
 * two answer different questions and are never one series.
 */
@NullMarked
package se.tillsyn.analytics.statistics.wait;

import org.jspecify.annotations.NullMarked;
