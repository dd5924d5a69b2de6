package se.tillsyn.web.wait;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.page.Address;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.TableKind;
import se.tillsyn.web.release.Topic;

/**
 * What a reader asks to see of waits.
 *
 * @param topic that is measured in waits; empty where the release has none
 * @param first topic shown when none is asked for, likewise
 */
record WaitView(Optional<Topic> topic, Optional<Topic> first, String period, String latest, String age, String type) {

    static final String TOPIC = "topic";
    static final String PERIOD = "period";
    static final String AGE = "age";
    static final String TYPE = "type";
    private static final String LATEST = "latest";

    /** @throws UnknownCodeException for a code that the release does not have */
    static WaitView of(PublishedRelease release, Map<String, String> asked) {
        List<Topic> topics = topics(release);
        Optional<Topic> first = topics.stream().findFirst();
        String code = asked.get(TOPIC);
        Optional<Topic> topic = code == null
                ? first
                : Optional.of(topics.stream()
                        .filter(listed -> listed.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new UnknownCodeException(TOPIC)));
        List<String> periods = release.manifest().periods();
        String latest = topic.flatMap(chosen -> latest(release, chosen)).orElse(periods.get(periods.size() - 1));
        String period = asked.getOrDefault(PERIOD, LATEST);
        if (!period.equals(LATEST) && !periods.contains(period)) {
            throw new UnknownCodeException(PERIOD);
        }
        String age = asked.getOrDefault(AGE, RateColumns.TOTAL);
        if (!age.equals(RateColumns.TOTAL) && !release.codes().ageGroups().has(age)) {
            throw new UnknownCodeException(AGE);
        }
        String type = asked.getOrDefault(TYPE, RateColumns.TOTAL);
        if (!type.equals(RateColumns.TOTAL) && !release.codes().operationTypes().has(type)) {
            throw new UnknownCodeException(TYPE);
        }
        return new WaitView(topic, first, period.equals(LATEST) ? latest : period, latest, age, type);
    }

    /** Topics that are measured in waits. */
    static List<Topic> topics(PublishedRelease release) {
        return release.codes().topics().all().stream().filter(Topic::isWait).toList();
    }

    /** The last year that the nation has a row for. */
    private static Optional<String> latest(PublishedRelease release, Topic topic) {
        return release
                .table(TableKind.WAITS, release.nation().level())
                .under(topic.code(), release.nation().code())
                .stream()
                .map(row -> row.text(RateColumns.PERIOD))
                .filter(release.manifest().periods()::contains)
                .max(String::compareTo);
    }

    /** Address of the page; {@code ending} of a file of it, with its point. */
    Address address(SitePaths paths, String ending) {
        return paths.waitsAddress(ending)
                .with(
                        TOPIC,
                        topic.map(Topic::code).orElse(""),
                        first.map(Topic::code).orElse(""))
                .with(PERIOD, period, latest)
                .with(AGE, age, RateColumns.TOTAL)
                .with(TYPE, type, RateColumns.TOTAL);
    }
}
