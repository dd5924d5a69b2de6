package se.tillsyn.web.topic;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.tillsyn.web.http.UnknownCodeException;

/**
 * The years that a trend shows. {@code top5} moves on with the releases, {@code 2020..} grows, {@code 2018..2021} stays; a
 * period that is a year or {@code latest} leaves the trend with every year.
 *
 * @param code as it stands in addresses; empty for every year
 * @param years ascending, never none
 */
record Span(String code, List<String> years) {

    static final String TOP = "top";
    static final String TO = "..";

    private static final Pattern LATEST_YEARS = Pattern.compile("top([1-9]\\d?)");
    private static final Pattern FROM_TO = Pattern.compile("(\\d{4})\\.\\.(\\d{4})?");

    Span {
        years = List.copyOf(years);
    }

    /** Every year. */
    static Span all(List<String> years) {
        return new Span("", years);
    }

    /** Whether a period is written as one of several years. */
    static boolean isOne(String period) {
        return LATEST_YEARS.matcher(period).matches() || FROM_TO.matcher(period).matches();
    }

    /**
     * Reads a period that {@link #isOne}.
     *
     * @param latest last year that there are figures of
     * @throws UnknownCodeException for a year that the release does not have, or a span that ends before it begins
     */
    static Span of(String period, List<String> years, String latest) {
        int last = years.indexOf(latest);
        Matcher top = LATEST_YEARS.matcher(period);
        if (top.matches()) {
            return new Span(period, years.subList(Math.max(0, last + 1 - Integer.parseInt(top.group(1))), last + 1));
        }
        Matcher span = FROM_TO.matcher(period);
        if (!span.matches()) {
            throw new UnknownCodeException(TopicView.PERIOD);
        }
        int from = years.indexOf(span.group(1));
        int to = span.group(2) == null ? last : years.indexOf(span.group(2));
        if (from < 0 || to < from) {
            throw new UnknownCodeException(TopicView.PERIOD);
        }
        return new Span(period, years.subList(from, to + 1));
    }

    /** The last of the years. */
    String end() {
        return years.get(years.size() - 1);
    }
}
