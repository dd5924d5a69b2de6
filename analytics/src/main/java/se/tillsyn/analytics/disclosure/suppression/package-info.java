/**
 * Secondary suppression: which further cells must be withheld so that no withheld count can be worked out from the
 * published ones, by subtraction or within a narrow window. Knows columns and sums, and nothing of health care.
 */
@NullMarked
package se.tillsyn.analytics.disclosure.suppression;

import org.jspecify.annotations.NullMarked;
