/** Profiles of regions: everything that a release says of one, beside the nation and regions like it. */
@NullMarked
package se.tillsyn.web.region;

import org.jspecify.annotations.NullMarked;
