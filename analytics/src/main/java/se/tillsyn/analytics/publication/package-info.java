/**
 * From cells to a committed release: what is shown of each cell, the tables and documents of the release, and its
 * publication. Needs no Spark.
 */
@NullMarked
package se.tillsyn.analytics.publication;

import org.jspecify.annotations.NullMarked;
