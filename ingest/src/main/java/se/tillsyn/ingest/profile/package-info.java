/**
 * A profile: everything of a country or an inspectorate that is data and not code. Code lists with validity, the region
 * tree, the publication plan, thresholds, texts. Another profile folder is another atlas.
 */
@NullMarked
package se.tillsyn.ingest.profile;

import org.jspecify.annotations.NullMarked;
