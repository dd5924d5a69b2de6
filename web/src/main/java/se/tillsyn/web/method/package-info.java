/** Pages of text: how the figures are made, and what this site is. */
@NullMarked
package se.tillsyn.web.method;

import org.jspecify.annotations.NullMarked;
