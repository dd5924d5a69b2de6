/** The first page and the list of topics: every topic with its latest national figure. */
@NullMarked
package se.tillsyn.web.overview;

import org.jspecify.annotations.NullMarked;
