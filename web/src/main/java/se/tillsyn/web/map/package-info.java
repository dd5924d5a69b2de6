/** Maps with five fixed classes, drawn on the server. Areas without a number carry their symbol and nothing else. */
@NullMarked
package se.tillsyn.web.map;

import org.jspecify.annotations.NullMarked;
