/**
 * Figures as files that leave the site: SVG and PNG from one layout, with title, period, source, release and address in
 * them. Draws what {@code chart} and {@code map} have made from published observations and reads nothing itself.
 */
@NullMarked
package se.tillsyn.web.picture;

import org.jspecify.annotations.NullMarked;
