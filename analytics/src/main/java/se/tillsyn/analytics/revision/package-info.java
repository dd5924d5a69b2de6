/**
 * What becomes of findings that come after their year was published: which are published now and which are held back. Decides
 * on true counts by the rules of {@code disclosure}; reads of earlier releases only what was published. No Spark.
 */
@NullMarked
package se.tillsyn.analytics.revision;

import org.jspecify.annotations.NullMarked;
