package se.tillsyn.web.search;

import java.util.List;
import se.tillsyn.web.page.PageFrame;

/**
 * What was found.
 *
 * @param query what was looked for, as the reader wrote it; empty when nothing was asked
 * @param summary how much was found, in words
 * @param groups hits by kind, kinds without a hit left out
 * @param suggestions names to choose from while writing
 */
record SearchPage(PageFrame frame, String query, String summary, List<Group> groups, List<String> suggestions) {

    /** Hits of one kind. */
    record Group(String name, List<Hit> hits) {}

    /** A page that answers. */
    record Hit(String name, String href, String text) {}
}
