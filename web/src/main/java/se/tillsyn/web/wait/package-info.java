/** How long people wait, and the rules that decide who is let in. */
@NullMarked
package se.tillsyn.web.wait;

import org.jspecify.annotations.NullMarked;
