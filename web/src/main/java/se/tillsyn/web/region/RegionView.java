package se.tillsyn.web.region;

import java.util.List;
import java.util.Map;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.page.Address;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;

/**
 * What a reader asks to see of a region.
 *
 * @param region a region of any level, or a group of municipalities
 * @param period a year
 * @param latest the year shown when none is asked for
 */
record RegionView(Region region, String period, String latest) {

    static final String PERIOD = "period";
    private static final String LATEST = "latest";

    /** @throws UnknownCodeException for a region or a year that the release does not have */
    static RegionView of(PublishedRelease release, String code, Map<String, String> asked) {
        Region region = release.region(code).orElseThrow(() -> new UnknownCodeException("region"));
        List<String> periods = release.manifest().periods();
        String latest = periods.get(periods.size() - 1);
        String period = asked.getOrDefault(PERIOD, LATEST);
        if (!period.equals(LATEST) && !periods.contains(period)) {
            throw new UnknownCodeException(PERIOD);
        }
        return new RegionView(region, period.equals(LATEST) ? latest : period, latest);
    }

    /** Address of the profile; {@code ending} of a file of it, with its point. */
    Address address(SitePaths paths, String ending) {
        return paths.regionAddress(region.code(), ending).with(PERIOD, period, latest);
    }
}
