/** The release job and its command line. */
@NullMarked
package se.tillsyn.analytics;

import org.jspecify.annotations.NullMarked;
