package se.tillsyn.web.download;

import java.util.List;
import se.tillsyn.web.page.PageFrame;

/** The releases up to the one served, newest first. */
record ReleaseListPage(PageFrame frame, List<Line> releases) {

    /** One release. */
    record Line(String id, String href, boolean served) {}
}
