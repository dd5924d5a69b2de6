/** Figures drawn on the server as SVG, from published observations only. A withheld figure has no place in a drawing. */
@NullMarked
package se.tillsyn.web.chart;

import org.jspecify.annotations.NullMarked;
