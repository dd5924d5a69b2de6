/**
 * The attack on a published release: reads nothing but its files, in every format, and those of the releases before it, and
 * tells which withheld counts an outsider could work out. Knows neither the rules that decided what to withhold nor the
 * store; its report names cells and never a number of one.
 */
@NullMarked
package se.tillsyn.analytics.audit.release;

import org.jspecify.annotations.NullMarked;
