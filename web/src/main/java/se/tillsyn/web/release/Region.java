package se.tillsyn.web.release;

import se.tillsyn.analytics.release.LocalText;

/**
 * A region of the release's tree.
 *
 * @param level one of the manifest's levels
 * @param parent code of the region above; empty for the top
 * @param successor code of the region that took its place; empty for those that exist
 */
public record Region(String code, LocalText name, String level, String parent, String successor) implements Code {}
