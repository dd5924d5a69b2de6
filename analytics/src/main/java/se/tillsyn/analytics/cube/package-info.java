/**
 * The deficiency cube: from findings to counts per region, period, age group, operation type and topic. Counts are whole
 * numbers that add up in any order, so partitioning cannot matter. The only package of this module that uses Spark.
 */
@NullMarked
package se.tillsyn.analytics.cube;

import org.jspecify.annotations.NullMarked;
