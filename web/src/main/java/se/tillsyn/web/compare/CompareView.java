package se.tillsyn.web.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.http.BadRequestException;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.page.Address;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.release.Coverage;
import se.tillsyn.web.release.Measure;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.Topic;

/**
 * What a reader asks to compare.
 *
 * @param regions at most {@value #MOST}, in the order chosen
 * @param reference one of them, which the others are compared with; {@code null} without regions
 * @param topic one topic; empty for all of them side by side
 * @param period a year
 * @param latest the year shown when none is asked for
 * @param age of the topic's files; total with all topics
 * @param measure which rate of the topic; its usual one with all topics
 */
record CompareView(
        List<Region> regions,
        @Nullable Region reference,
        Optional<Topic> topic,
        String period,
        String latest,
        String age,
        Measure measure) {

    static final String REGION = "region";
    static final String ADD = "add";
    static final String REFERENCE = "ref";
    static final String TOPIC = "topic";
    static final String PERIOD = "period";
    static final String AGE = "age";
    static final String MEASURE = "measure";

    /** Most regions side by side. */
    static final int MOST = 8;

    /** Value of a choice that is left open. */
    static final String OPEN = "all";

    private static final String LATEST = "latest";
    private static final String SEPARATOR = "~";

    CompareView {
        regions = List.copyOf(regions);
    }

    /**
     * Reads a request's parameters, whose names and shape have been checked.
     *
     * @throws UnknownCodeException for a code that the release does not have
     * @throws BadRequestException for more regions than fit side by side or a reference that is none of them
     */
    static CompareView of(PublishedRelease release, Map<String, String> asked) {
        List<Region> regions = regions(release, asked);
        Optional<Topic> topic = topic(release, asked);
        Coverage coverage = topic.map(release::coverage).orElse(null);
        List<String> periods = release.manifest().periods();
        String latest = coverage == null || coverage.periods().isEmpty()
                ? periods.get(periods.size() - 1)
                : coverage.periods().last();
        String period = asked.getOrDefault(PERIOD, LATEST);
        if (!period.equals(LATEST) && !periods.contains(period)) {
            throw new UnknownCodeException(PERIOD);
        }
        String age = asked.getOrDefault(AGE, RateColumns.TOTAL);
        if (!age.equals(RateColumns.TOTAL) && !release.codes().ageGroups().has(age)) {
            throw new UnknownCodeException(AGE);
        }
        Measure usual = coverage == null ? Measure.UNIT : coverage.usual();
        Measure measure = measure(asked, usual);
        return new CompareView(
                regions,
                reference(regions, asked.get(REFERENCE)),
                topic,
                period.equals(LATEST) ? latest : period,
                latest,
                topic.isPresent() ? age : RateColumns.TOTAL,
                topic.isPresent() ? measure : usual);
    }

    private static List<Region> regions(PublishedRelease release, Map<String, String> asked) {
        Set<String> codes = new LinkedHashSet<>();
        String listed = asked.getOrDefault(REGION, "");
        if (!listed.isEmpty()) {
            codes.addAll(List.of(listed.split(SEPARATOR, -1)));
        }
        String added = asked.getOrDefault(ADD, OPEN);
        if (!added.equals(OPEN)) {
            codes.add(added);
        }
        if (codes.size() > MOST) {
            throw BadRequestException.tooMany(REGION);
        }
        List<Region> regions = new ArrayList<>();
        for (String code : codes) {
            regions.add(release.region(code)
                    .filter(region -> region.successor().isEmpty())
                    .orElseThrow(() -> new UnknownCodeException(REGION)));
        }
        return regions;
    }

    private static @Nullable Region reference(List<Region> regions, @Nullable String code) {
        if (code == null || regions.isEmpty()) {
            return regions.isEmpty() ? null : regions.get(0);
        }
        return regions.stream()
                .filter(region -> region.code().equals(code))
                .findFirst()
                .orElseThrow(() -> BadRequestException.malformed(REFERENCE));
    }

    private static Optional<Topic> topic(PublishedRelease release, Map<String, String> asked) {
        String code = asked.getOrDefault(TOPIC, OPEN);
        if (code.equals(OPEN)) {
            return Optional.empty();
        }
        return Optional.of(release.codes()
                .topics()
                .find(code)
                .filter(Topic::hasRate)
                .orElseThrow(() -> new UnknownCodeException(TOPIC)));
    }

    private static Measure measure(Map<String, String> asked, Measure usual) {
        String code = asked.get(MEASURE);
        if (code == null) {
            return usual;
        }
        for (Measure measure : Measure.values()) {
            if (measure.code().equals(code)) {
                return measure;
            }
        }
        throw BadRequestException.malformed(MEASURE);
    }

    /** Whether there is something to compare. */
    boolean complete() {
        return regions.size() > 1;
    }

    boolean isReference(Region region) {
        return reference != null && reference.code().equals(region.code());
    }

    CompareView without(Region region) {
        List<Region> left = regions.stream()
                .filter(other -> !other.code().equals(region.code()))
                .toList();
        Region first = left.isEmpty() ? null : left.get(0);
        return new CompareView(left, isReference(region) ? first : reference, topic, period, latest, age, measure);
    }

    /** The same regions on one topic, whose own choices start anew. */
    CompareView on(PublishedRelease release, Topic other) {
        return new CompareView(
                regions,
                reference,
                Optional.of(other),
                period,
                release.coverage(other).periods().isEmpty()
                        ? latest
                        : release.coverage(other).periods().last(),
                RateColumns.TOTAL,
                release.coverage(other).usual());
    }

    /** The regions as they stand in addresses. */
    String codes() {
        return String.join(SEPARATOR, regions.stream().map(Region::code).toList());
    }

    /** Address of the page; {@code ending} of a file of it, with its point. */
    Address address(PublishedRelease release, SitePaths paths, String ending) {
        Measure usual = topic.map(chosen -> release.coverage(chosen).usual()).orElse(measure);
        String first = regions.isEmpty() ? "" : regions.get(0).code();
        return paths.compareAddress(ending)
                .with(REGION, codes(), "")
                .with(REFERENCE, reference == null ? "" : reference.code(), first)
                .with(TOPIC, topic.map(Topic::code).orElse(OPEN), OPEN)
                .with(PERIOD, period, latest)
                .with(AGE, age, RateColumns.TOTAL)
                .with(MEASURE, measure.code(), usual.code());
    }
}
