package se.tillsyn.web.inequality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.tillsyn.web.http.BadRequestException;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.page.Address;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.ReleaseCodes;
import se.tillsyn.web.release.Topic;

/**
 * What a reader asks to see of inequality.
 *
 * @param topic one topic; empty for all of them
 * @param level of the regions that are compared with each other
 * @param usual the level shown when none is asked for
 * @param latest the year shown when none is asked for
 */
record InequalityView(Optional<Topic> topic, String level, String usual, String period, String latest) {

    static final String LEVEL = "level";
    static final String PERIOD = "period";
    private static final String LATEST = "latest";

    /**
     * Reads a request for all topics.
     *
     * @throws UnknownCodeException for a year that the release does not have
     * @throws BadRequestException for a level that it does not have
     */
    static InequalityView of(PublishedRelease release, Map<String, String> asked) {
        return of(release, Optional.empty(), asked);
    }

    /** Reads a request for one topic, likewise. */
    static InequalityView of(PublishedRelease release, String code, Map<String, String> asked) {
        Topic topic = release.codes()
                .topics()
                .find(code)
                .filter(Topic::hasRate)
                .orElseThrow(() -> new UnknownCodeException("topic"));
        return of(release, Optional.of(topic), asked);
    }

    private static InequalityView of(PublishedRelease release, Optional<Topic> topic, Map<String, String> asked) {
        List<String> periods = release.manifest().periods();
        String latest = topic.map(chosen -> release.coverage(chosen).periods())
                .filter(covered -> !covered.isEmpty())
                .map(covered -> covered.last())
                .orElse(periods.get(periods.size() - 1));
        String period = asked.getOrDefault(PERIOD, LATEST);
        if (!period.equals(LATEST) && !periods.contains(period)) {
            throw new UnknownCodeException(PERIOD);
        }
        String level = asked.getOrDefault(LEVEL, release.mainLevel());
        if (!levels(release).contains(level)) {
            throw BadRequestException.malformed(LEVEL);
        }
        return new InequalityView(topic, level, release.mainLevel(), period.equals(LATEST) ? latest : period, latest);
    }

    /** Levels whose regions can be compared with each other. */
    static List<String> levels(PublishedRelease release) {
        List<String> levels = new ArrayList<>(List.of(release.mainLevel()));
        release.fineLevel().ifPresent(levels::add);
        if (!release.codes().regionGroups().all().isEmpty()) {
            levels.add(ReleaseCodes.GROUP_LEVEL);
        }
        return levels;
    }

    InequalityView on(Topic other) {
        return new InequalityView(Optional.of(other), level, usual, period, latest);
    }

    /** Address of the page; {@code ending} of a file of it, with its point. */
    Address address(SitePaths paths, String ending) {
        return paths.inequalityAddress(topic.map(Topic::code).orElse(""), ending)
                .with(LEVEL, level, usual)
                .with(PERIOD, period, latest);
    }
}
