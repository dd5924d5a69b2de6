package se.tillsyn.web.region;

import java.util.List;
import se.tillsyn.web.page.PageFrame;

/** Every region that has a profile, by what kind of region it is and where. */
record RegionListPage(
        PageFrame frame, RegionPage.Link nation, List<Main> mains, String groupsTitle, List<RegionPage.Link> groups) {

    /** A region of the main level and those below it. */
    record Main(RegionPage.Link region, List<RegionPage.Link> below, String count) {}
}
