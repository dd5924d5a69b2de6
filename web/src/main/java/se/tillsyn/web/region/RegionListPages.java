package se.tillsyn.web.region;

import java.util.ArrayList;
import java.util.List;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;

/** Makes the list of regions, in one language. */
final class RegionListPages {

    private final Shown shown;

    RegionListPages(Shown shown) {
        this.shown = shown;
    }

    RegionListPage page() {
        PublishedRelease release = shown.release();
        List<RegionListPage.Main> mains = new ArrayList<>();
        for (Region main : release.codes().regionsOf(release.mainLevel())) {
            List<RegionPage.Link> below = release.fineLevel().isEmpty()
                    ? List.of()
                    : release.codes().regionsBelow(main.code()).stream()
                            .map(this::link)
                            .toList();
            mains.add(new RegionListPage.Main(
                    link(main),
                    below,
                    shown.texts()
                            .of(
                                    below.size() == 1 ? "regions.count.one" : "regions.count",
                                    shown.texts().numbers().whole(below.size()))));
        }
        return new RegionListPage(
                PageFrame.of(shown, Section.REGIONS, shown.texts().of("regions.title"), SitePaths::regions),
                link(release.nation()),
                mains,
                shown.texts().of("regions.groups"),
                release.codes().regionGroups().all().stream().map(this::link).toList());
    }

    private RegionPage.Link link(Region region) {
        return new RegionPage.Link(
                shown.texts().of(region.name()), shown.paths().region(region.code()));
    }
}
