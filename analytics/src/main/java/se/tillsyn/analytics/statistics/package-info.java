/**
 * Statistics as pure functions over numbers and records. No Spark, no files, no clock: what stands here can be checked
 * against a table of another program in milliseconds.
 */
@NullMarked
package se.tillsyn.analytics.statistics;

import org.jspecify.annotations.NullMarked;
