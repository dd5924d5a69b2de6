package se.tillsyn.web.page;

import static se.tillsyn.web.language.Markup.escaped;

import se.tillsyn.web.language.Texts;
import se.tillsyn.web.release.Measure;
import se.tillsyn.web.release.Observation;

/**
 * A figure as every page writes it: number and limits, or the symbol of its status.
 *
 * @param value {@code 81,3 %}, or the symbol
 * @param limits {@code 72,3–87,8}; empty without a number
 * @param counts {@code 14 av 16}; empty without a number
 * @param spoken the symbol in words, for readers who hear the page; empty with a number
 * @param status {@code value}, {@code suppressed}, {@code unreliable}, {@code not-available} or {@code not-applicable}
 */
public record FigureText(String value, String limits, String counts, String spoken, String status) {

    public static FigureText of(Texts texts, Observation observation) {
        String status = statusName(observation);
        if (!observation.hasNumber()) {
            return new FigureText(observation.status().symbol(), "", "", texts.of("status." + status), status);
        }
        return new FigureText(
                texts.numbers().percent(observation.rate()),
                texts.numbers().limits(observation.lower(), observation.upper()),
                texts.of(
                        "counts.of",
                        texts.numbers().whole(observation.deficient()),
                        texts.numbers().whole(observation.assessed())),
                "",
                status);
    }

    /** Number and limits in one text, {@code 81,3 % (72,3–87,8)}, or the symbol. */
    public String whole() {
        return limits.isEmpty() ? value : value + " (" + limits + ")";
    }

    /**
     * The figure as markup, escaped. A page has hundreds of figures and each would cost a template some ten expressions:
     * most of the page.
     */
    public String html() {
        StringBuilder html = new StringBuilder(120);
        html.append("<span class=\"value ").append(escaped(status)).append("\"><span class=\"number\"");
        html.append(spoken.isEmpty() ? ">" : " aria-hidden=\"true\">").append(escaped(value));
        html.append("</span>");
        if (!spoken.isEmpty()) {
            html.append("<span class=\"unseen\">").append(escaped(spoken)).append("</span>");
        }
        html.append("</span>");
        if (!limits.isEmpty()) {
            html.append(" <span class=\"limits\">(").append(escaped(limits)).append(")</span>");
        }
        return html.toString();
    }

    /** The number without its limits, for what a figure is compared with. */
    public String plain() {
        return "<span class=\"value " + escaped(status) + "\"><span class=\"number plain\""
                + (spoken.isEmpty() ? ">" : " aria-hidden=\"true\">") + escaped(value) + "</span>"
                + (spoken.isEmpty() ? "" : "<span class=\"unseen\">" + escaped(spoken) + "</span>") + "</span>";
    }

    /** The same with the counts behind it, as cells of tables have it. */
    public String cell() {
        return counts.isEmpty() ? html() : html() + "<span class=\"counts\">" + escaped(counts) + "</span>";
    }

    /** A status as message keys and classes name it. */
    public static String statusName(Observation observation) {
        return switch (observation.status()) {
            case VALUE -> "value";
            case SUPPRESSED -> "suppressed";
            case UNRELIABLE -> "unreliable";
            case NOT_AVAILABLE -> "not-available";
            case NOT_APPLICABLE -> "not-applicable";
        };
    }

    /** What a rate is called. */
    public static String measureName(Texts texts, Measure measure) {
        return texts.of("measure." + measure.code());
    }
}
