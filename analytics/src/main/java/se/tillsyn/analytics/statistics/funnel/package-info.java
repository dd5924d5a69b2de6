/**
 * Control limits around a reference: how far a unit's figure may lie from it by chance alone, given the unit's size, and
 * what is added when units differ more than chance allows. Works on true counts; whether a limit or class may be shown of
 * a withheld cell is not decided here.
 */
@NullMarked
package se.tillsyn.analytics.statistics.funnel;

import org.jspecify.annotations.NullMarked;
