/** Disclosure control: which counts may not be published. Decides on counts; knows no file format and no Spark. */
@NullMarked
package se.tillsyn.analytics.disclosure;

import org.jspecify.annotations.NullMarked;
