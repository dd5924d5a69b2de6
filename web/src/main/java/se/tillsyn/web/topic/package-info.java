/** The page of one topic and its data file: what a reader may ask for, the figures that answer it, the words around them. */
@NullMarked
package se.tillsyn.web.topic;

import org.jspecify.annotations.NullMarked;
