package se.tillsyn.web.topic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.http.BadRequestException;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.page.Address;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.release.CellKey;
import se.tillsyn.web.release.Coverage;
import se.tillsyn.web.release.Measure;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.ReleaseCodes;
import se.tillsyn.web.release.Topic;

/**
 * What a reader asks to see of a topic. Every view has one address: parameters in a fixed order, those that say nothing
 * new left out.
 *
 * @param latest the period shown when none is asked for
 * @param usual the rate shown when none is asked for
 * @param nation code of the top region
 * @param span years of the trend
 */
record TopicView(
        Topic topic,
        Region region,
        String period,
        String age,
        String type,
        Measure measure,
        Order order,
        MapChoice map,
        String latest,
        Measure usual,
        String nation,
        Span span) {

    static final String REGION = "region";
    static final String PERIOD = "period";
    static final String AGE = "age";
    static final String TYPE = "type";
    static final String MEASURE = "measure";
    static final String SORT = "sort";
    static final String MAP = "map";

    private static final String LATEST = "latest";

    /** Order of the regions in tables. */
    enum Order {
        CODE("code"),
        RATE("rate");

        private final String code;

        Order(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** What the map shows. */
    enum MapChoice {
        /** The main level, as areas. */
        MAIN("areas"),
        /** The main level, as equal tiles. */
        TILES("tiles"),
        /** The level below. */
        FINE("fine");

        private final String code;

        MapChoice(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * Reads a request's parameters, whose names and shape have been checked.
     *
     * @throws UnknownCodeException for a code that the release does not have
     * @throws BadRequestException for a measure or an order that does not exist
     */
    static TopicView of(Shown shown, String code) {
        PublishedRelease release = shown.release();
        Map<String, String> asked = shown.asked();
        Topic topic = release.codes().topics().find(code).orElseThrow(() -> new UnknownCodeException("topic"));
        Coverage coverage = release.coverage(topic);
        List<String> periods = release.manifest().periods();
        String latest = latest(coverage.periods(), periods);
        String nation = release.nation().code();
        String period = asked.getOrDefault(PERIOD, LATEST);
        Span span = Span.isOne(period) ? Span.of(period, periods, latest) : Span.all(periods);
        return new TopicView(
                topic,
                release.codes()
                        .regions()
                        .find(asked.getOrDefault(REGION, nation))
                        .or(() -> release.codes().regionGroups().find(asked.getOrDefault(REGION, nation)))
                        .filter(region -> release.manifest().levels().contains(region.level())
                                || region.level().equals(ReleaseCodes.GROUP_LEVEL))
                        .orElseThrow(() -> new UnknownCodeException(REGION)),
                span.code().isEmpty() ? year(period, periods, latest) : span.end(),
                code(AGE, asked, release.codes().ageGroups().has(asked.getOrDefault(AGE, ""))),
                code(TYPE, asked, release.codes().operationTypes().has(asked.getOrDefault(TYPE, ""))),
                measure(asked).orElse(coverage.usual()),
                order(asked),
                map(release, asked),
                latest,
                coverage.usual(),
                nation,
                span);
    }

    private static String year(String period, List<String> periods, String latest) {
        return period.equals(LATEST) ? latest : known(PERIOD, period, periods.contains(period));
    }

    private static String latest(SortedSet<String> covered, List<String> periods) {
        return covered.isEmpty() ? periods.get(periods.size() - 1) : covered.last();
    }

    private static String code(String parameter, Map<String, String> asked, boolean listed) {
        String code = asked.getOrDefault(parameter, RateColumns.TOTAL);
        return known(parameter, code, listed || code.equals(RateColumns.TOTAL));
    }

    private static String known(String parameter, String code, boolean listed) {
        if (!listed) {
            throw new UnknownCodeException(parameter);
        }
        return code;
    }

    private static Optional<Measure> measure(Map<String, String> asked) {
        String code = asked.get(MEASURE);
        if (code == null) {
            return Optional.empty();
        }
        for (Measure measure : Measure.values()) {
            if (measure.code().equals(code)) {
                return Optional.of(measure);
            }
        }
        throw BadRequestException.malformed(MEASURE);
    }

    private static Order order(Map<String, String> asked) {
        String code = asked.getOrDefault(SORT, Order.CODE.code());
        for (Order order : Order.values()) {
            if (order.code().equals(code)) {
                return order;
            }
        }
        throw BadRequestException.malformed(SORT);
    }

    private static MapChoice map(PublishedRelease release, Map<String, String> asked) {
        String code = asked.getOrDefault(MAP, MapChoice.MAIN.code());
        for (MapChoice choice : MapChoice.values()) {
            if (choice.code().equals(code)
                    && (choice != MapChoice.FINE || release.fineLevel().isPresent())) {
                return choice;
            }
        }
        throw BadRequestException.malformed(MAP);
    }

    TopicView in(Region other) {
        return new TopicView(topic, other, period, age, type, measure, order, map, latest, usual, nation, span);
    }

    TopicView with(Measure other) {
        return new TopicView(topic, region, period, age, type, other, order, map, latest, usual, nation, span);
    }

    TopicView sortedBy(Order other) {
        return new TopicView(topic, region, period, age, type, measure, other, map, latest, usual, nation, span);
    }

    TopicView on(MapChoice other) {
        return new TopicView(topic, region, period, age, type, measure, order, other, latest, usual, nation, span);
    }

    TopicView forAge(String other) {
        return new TopicView(topic, region, period, other, type, measure, order, map, latest, usual, nation, span);
    }

    TopicView forType(String other) {
        return new TopicView(topic, region, period, age, other, measure, order, map, latest, usual, nation, span);
    }

    boolean ofNation() {
        return region.code().equals(nation);
    }

    /** The cell that the view is about. */
    CellKey key() {
        return new CellKey(topic.code(), region.code(), period, age, type);
    }

    /** Address of the page. */
    String href(SitePaths paths) {
        return address(paths, "").text();
    }

    /** Address of the page or, with an ending, of one of its files. */
    Address address(SitePaths paths, String ending) {
        return parameters(paths.topicAddress(topic.code(), ending));
    }

    /** Address of a figure of the view as a file. */
    Address picture(SitePaths paths, String ending, TopicPicture figure) {
        return address(paths, ending).with(TopicPicture.PARAMETER, figure.code(), TopicPicture.TREND.code());
    }

    /** Address of a figure of the view for a frame. */
    Address embed(SitePaths paths, TopicPicture figure) {
        return parameters(paths.embed(topic.code()))
                .with(TopicPicture.PARAMETER, figure.code(), TopicPicture.TREND.code());
    }

    private Address parameters(Address address) {
        return address.with(REGION, region.code(), nation)
                .with(PERIOD, span.code().isEmpty() ? period : span.code(), latest)
                .with(AGE, age, RateColumns.TOTAL)
                .with(TYPE, type, RateColumns.TOTAL)
                .with(MEASURE, measure.code(), usual.code())
                .with(SORT, order.code(), Order.CODE.code())
                .with(MAP, map.code(), MapChoice.MAIN.code());
    }
}
