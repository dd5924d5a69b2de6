package se.tillsyn.web.data;

import java.util.List;
import se.tillsyn.web.page.PageFrame;

/**
 * Every dataset of a release, and what programs read.
 *
 * @param datasets in the order of the catalogue
 * @param addresses for programs, each with what it is
 * @param trials where the site's own interface can be tried
 * @param files of the whole release
 * @param notebooks in the order in which to read them
 */
record DataListPage(
        PageFrame frame,
        List<Line> datasets,
        List<Named> addresses,
        String trials,
        List<Named> files,
        List<NotebookLine> notebooks,
        String licence) {

    /** A dataset: its page, what it is, which times. */
    record Line(String id, String href, String title, String description, String times) {}

    /** A notebook: its page, what it shows, its file. */
    record NotebookLine(String name, String about, String href, String file) {}

    /** Something with an address. */
    record Named(String name, String href) {}
}
