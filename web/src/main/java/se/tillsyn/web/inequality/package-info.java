/** How unequal regions are, and what of it is more than chance. */
@NullMarked
package se.tillsyn.web.inequality;

import org.jspecify.annotations.NullMarked;
