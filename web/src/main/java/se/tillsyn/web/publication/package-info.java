/**
 * Releases told to machines: catalogue for harvesting, index, feeds, citation, persistent addresses, the whole release in one
 * file. Everything follows from the manifest and the datasets of the release served.
 */
@NullMarked
package se.tillsyn.web.publication;

import org.jspecify.annotations.NullMarked;
