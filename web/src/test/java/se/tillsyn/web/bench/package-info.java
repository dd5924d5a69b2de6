/** What {@code ./tillsyn bench web} measures: the site under load, in a process of its own. Runs no test. */
@NullMarked
package se.tillsyn.web.bench;

import org.jspecify.annotations.NullMarked;
