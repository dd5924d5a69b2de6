package se.tillsyn.web.verdict;

import static se.tillsyn.web.language.Markup.escaped;

import se.tillsyn.web.language.Texts;

/**
 * A difference as pages write it, in percentage points.
 *
 * @param value {@code +12,3}; the symbol of missing figures where there is nothing to compare
 * @param limits {@code 1,2 till 23,4}; empty there
 * @param spoken words for the symbol; empty with a number
 */
public record DifferenceText(String value, String limits, String spoken) {

    public static DifferenceText of(Texts texts, Difference difference) {
        if (!difference.known()) {
            return new DifferenceText("..", "", texts.of("verdict.not-compared"));
        }
        return new DifferenceText(
                texts.numbers().signedPoints(difference.value()),
                texts.of(
                        "difference.limits",
                        texts.numbers().signedPoints(difference.lower()),
                        texts.numbers().signedPoints(difference.upper())),
                "");
    }

    /** The difference as markup, escaped. */
    public String html() {
        String number = spoken.isEmpty() ? "<span class=\"number\">" : "<span class=\"number\" aria-hidden=\"true\">";
        String words = spoken.isEmpty() ? "" : "<span class=\"unseen\">" + escaped(spoken) + "</span>";
        String interval = limits.isEmpty() ? "" : " <span class=\"limits\">(" + escaped(limits) + ")</span>";
        return number + escaped(value) + "</span>" + words + interval;
    }

    /**
     * What the difference says as markup, escaped; empty where nothing is compared.
     *
     * @param unlikeMark mark of a comparison of unlike selections; empty for like ones
     */
    public String outcome(Outcome verdict, String unlikeMark) {
        if (!spoken.isEmpty()) {
            return "";
        }
        return verdict.html()
                + (unlikeMark.isEmpty() ? "" : " <span class=\"unlike\">" + escaped(unlikeMark) + "</span>");
    }

    /** Number and limits in one text. */
    public String whole() {
        return limits.isEmpty() ? value : value + " (" + limits + ")";
    }
}
