package se.tillsyn.web.verdict;

import static se.tillsyn.web.language.Markup.escaped;

import se.tillsyn.web.language.Texts;
import se.tillsyn.web.release.Topic;

/**
 * A direction as pages show it: a symbol, a word and a colour that say the same, so that none of them is needed alone.
 *
 * @param symbol direction of the number; empty where nothing is compared
 * @param word direction and, where the topic says what is good, judgement
 * @param style class of the colour
 */
public record Outcome(String symbol, String word, String style) {

    private static final String LOW_GOOD = "LOW_GOOD";
    private static final String HIGH_GOOD = "HIGH_GOOD";

    /** A direction that nobody calls good or bad. */
    public static Outcome of(Texts texts, Direction direction) {
        return of(texts, direction, "");
    }

    /** What a direction means on a topic. */
    public static Outcome of(Texts texts, Direction direction, Topic topic) {
        return of(texts, direction, judgement(direction, topic));
    }

    private static Outcome of(Texts texts, Direction direction, String judgement) {
        String key = "verdict." + direction.code() + (judgement.isEmpty() ? "" : "." + judgement);
        return new Outcome(direction.symbol(), texts.of(key), judgement.isEmpty() ? style(direction) : judgement);
    }

    /** The outcome as markup, escaped. */
    public String html() {
        return "<span class=\"verdict " + escaped(style) + "\"><span aria-hidden=\"true\">" + escaped(symbol)
                + "</span> <span>" + escaped(word) + "</span></span>";
    }

    /** {@code better}, {@code worse}, or empty where the data or the topic do not say. */
    public static String judgement(Direction direction, Topic topic) {
        boolean high = direction == Direction.HIGHER;
        boolean low = direction == Direction.LOWER;
        boolean judged = topic.polarity().equals(LOW_GOOD) || topic.polarity().equals(HIGH_GOOD);
        if (!judged || (!high && !low)) {
            return "";
        }
        return high == topic.polarity().equals(HIGH_GOOD) ? "better" : "worse";
    }

    /** 1 where a higher figure is worse, −1 where it is better, 0 where the topic does not say. */
    public static int badSign(Topic topic) {
        return switch (topic.polarity()) {
            case LOW_GOOD -> 1;
            case HIGH_GOOD -> -1;
            default -> 0;
        };
    }

    private static String style(Direction direction) {
        return switch (direction) {
            case HIGHER -> "higher";
            case LOWER -> "lower";
            case NOT_SHOWN -> "similar";
            case NOT_COMPARED -> "not-compared";
        };
    }
}
