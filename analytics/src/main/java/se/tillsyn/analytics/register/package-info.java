/**
 * The life of releases: which were made, approved, published, served, rolled back, refused and retired, when and by whom,
 * in a log whose lines hang together; and the only code that moves a release. Knows nothing of what releases hold.
 */
@NullMarked
package se.tillsyn.analytics.register;

import org.jspecify.annotations.NullMarked;
