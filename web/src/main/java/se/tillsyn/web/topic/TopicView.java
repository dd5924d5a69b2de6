package se.tillsyn.web.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.http.BadRequestException;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.release.CellKey;
import se.tillsyn.web.release.Coverage;
import se.tillsyn.web.release.Measure;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.Topic;
import se.tillsyn.web.table.CsvDialect;

/**
 * What a reader asks to see of a topic. Every view has one address: parameters in a fixed order, those that say nothing
 * new left out.
 *
 * @param latest the period shown when none is asked for
 * @param usual the rate shown when none is asked for
 * @param nation code of the top region
 */
record TopicView(
        Topic topic,
        Region region,
        String period,
        String age,
        String type,
        Measure measure,
        Order order,
        String latest,
        Measure usual,
        String nation) {

    static final String REGION = "region";
    static final String PERIOD = "period";
    static final String AGE = "age";
    static final String TYPE = "type";
    static final String MEASURE = "measure";
    static final String SORT = "sort";

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

    /**
     * Reads a request's parameters, whose names and shape have been checked.
     *
     * @throws UnknownCodeException for a code that the release does not have
     * @throws BadRequestException for a measure or an order that does not exist
     */
    static TopicView of(PublishedRelease release, String code, Map<String, String> asked) {
        Topic topic = release.codes().topics().find(code).orElseThrow(() -> new UnknownCodeException("topic"));
        Coverage coverage = release.coverage(topic);
        List<String> periods = release.manifest().periods();
        String latest = latest(coverage.periods(), periods);
        String nation = release.nation().code();
        String period = asked.getOrDefault(PERIOD, LATEST);
        return new TopicView(
                topic,
                release.codes()
                        .regions()
                        .find(asked.getOrDefault(REGION, nation))
                        .filter(region -> release.manifest().levels().contains(region.level()))
                        .orElseThrow(() -> new UnknownCodeException(REGION)),
                period.equals(LATEST) ? latest : known(PERIOD, period, periods.contains(period)),
                code(AGE, asked, release.codes().ageGroups().has(asked.getOrDefault(AGE, ""))),
                code(TYPE, asked, release.codes().operationTypes().has(asked.getOrDefault(TYPE, ""))),
                measure(asked).orElse(coverage.usual()),
                order(asked),
                latest,
                coverage.usual(),
                nation);
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

    TopicView in(Region other) {
        return new TopicView(topic, other, period, age, type, measure, order, latest, usual, nation);
    }

    TopicView with(Measure other) {
        return new TopicView(topic, region, period, age, type, other, order, latest, usual, nation);
    }

    TopicView sortedBy(Order other) {
        return new TopicView(topic, region, period, age, type, measure, other, latest, usual, nation);
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
        return paths.topic(topic.code()) + query("");
    }

    /** Address of the data file, standard CSV. */
    String csv(SitePaths paths) {
        return paths.topic(topic.code()) + ".csv" + query("");
    }

    /** Address of the data file in the dialect that a Swedish spreadsheet opens. */
    String spreadsheet(SitePaths paths) {
        return paths.topic(topic.code()) + ".csv" + query("dialect=" + CsvDialect.EXCEL_SV.code());
    }

    private String query(String last) {
        List<String> parts = new ArrayList<>();
        add(parts, REGION, region.code(), nation);
        add(parts, PERIOD, period, latest);
        add(parts, AGE, age, RateColumns.TOTAL);
        add(parts, TYPE, type, RateColumns.TOTAL);
        add(parts, MEASURE, measure.code(), usual.code());
        add(parts, SORT, order.code(), Order.CODE.code());
        if (!last.isEmpty()) {
            parts.add(last);
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    /** Codes hold letters, digits, hyphen, underscore, point and plus; of these only plus needs care. */
    private static void add(List<String> parts, String parameter, String value, String usual) {
        if (!value.equals(usual)) {
            parts.add(parameter + "=" + value.replace("+", "%2B"));
        }
    }
}
