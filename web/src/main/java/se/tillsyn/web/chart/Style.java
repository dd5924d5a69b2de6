package se.tillsyn.web.chart;

import java.util.Locale;

/**
 * How a mark of a drawing looks. On pages a style is a class that the style sheet colours, light or dark; in pictures that
 * leave the site it is the ink given here, which is the style sheet's light one.
 */
public enum Style {
    GRID(Ink.stroke("#dedacf", 1)),
    AXIS(Ink.stroke("#8a8778", 1)),
    BREAK(Ink.stroke("#14192b", 1.5).dashed("3 3")),
    LABEL(Ink.text("#545b6e", 13)),
    LABEL_STRONG(Ink.text("#14192b", 13).strong()),
    GAP(Ink.text("#14192b", 17).strong()),
    BAND_1(Ink.fill("#12436d", .16)),
    BAND_2(Ink.fill("#801650", .1)),
    BAND_3(Ink.fill("#28705f", .1)),
    RUN_1(Ink.stroke("#12436d", 2.5)),
    RUN_2(Ink.stroke("#801650", 2.5).dashed("7 5")),
    RUN_3(Ink.stroke("#28705f", 2.5).dashed("2 4")),
    DOT_1(Ink.fill("#12436d", 1)),
    DOT_2(Ink.fill("#801650", 1)),
    DOT_3(Ink.fill("#28705f", 1)),
    DOT_QUIET(Ink.fill("#8a8778", 1)),
    DOT_HIGHER(Ink.fill("#b35806", 1)),
    DOT_LOWER(Ink.fill("#2166ac", 1)),
    INTERVAL(Ink.stroke("#12436d", 3)),
    INTERVAL_QUIET(Ink.stroke("#8a8778", 3)),
    REFERENCE(Ink.stroke("#801650", 2).dashed("3 2")),
    LIMIT_INNER(Ink.stroke("#545b6e", 1.5).dashed("5 4")),
    LIMIT_OUTER(Ink.stroke("#14192b", 1.5)),
    CLASS_1(Ink.fill("#fee838", 1)),
    CLASS_2(Ink.fill("#bbaf71", 1)),
    CLASS_3(Ink.fill("#7d7c78", 1)),
    CLASS_4(Ink.fill("#414d6b", 1)),
    CLASS_5(Ink.fill("#00224e", 1)),
    SUPPRESSED(Ink.fill("#ffffff", 1).hatched("#545b6e")),
    VOID(Ink.fill("#f1efe8", 1)),
    CASING(Ink.stroke("#ffffff", 2.2)),
    OUTLINE(Ink.stroke("#14192b", 0.8)),
    CHOSEN(Ink.stroke("#d4351c", 3)),
    ON_LIGHT(Ink.text("#14192b", 12).strong()),
    ON_DARK(Ink.text("#ffffff", 12).strong());

    /**
     * What a picture is drawn with.
     *
     * @param fill colour, {@code #rrggbb}; empty for none
     * @param opacity of the fill, 0 to 1
     * @param stroke colour; empty for none
     * @param width of the stroke in pixels; of texts the size of the letters
     * @param dashes lengths of dashes and gaps; empty for a whole line
     * @param hatch colour of a hatch over the fill; empty for none
     */
    public record Ink(
            String fill, double opacity, String stroke, double width, String dashes, String hatch, boolean bold) {

        static Ink fill(String colour, double opacity) {
            return new Ink(colour, opacity, "", 0, "", "", false);
        }

        static Ink stroke(String colour, double width) {
            return new Ink("", 1, colour, width, "", "", false);
        }

        static Ink text(String colour, double size) {
            return new Ink(colour, 1, "", size, "", "", false);
        }

        Ink dashed(String lengths) {
            return new Ink(fill, opacity, stroke, width, lengths, hatch, bold);
        }

        Ink hatched(String colour) {
            return new Ink(fill, opacity, stroke, width, dashes, colour, bold);
        }

        Ink strong() {
            return new Ink(fill, opacity, stroke, width, dashes, hatch, true);
        }
    }

    /** A record of texts and numbers, which the checker cannot see. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Ink ink;

    Style(Ink ink) {
        this.ink = ink;
    }

    public Ink ink() {
        return ink;
    }

    /** Class on pages, for example {@code band-1}. */
    public String css() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The style of the nth series, counted from 1; later ones look like the last. */
    static Style band(int series) {
        return series == 1 ? BAND_1 : series == 2 ? BAND_2 : BAND_3;
    }

    static Style run(int series) {
        return series == 1 ? RUN_1 : series == 2 ? RUN_2 : RUN_3;
    }

    static Style dot(int series) {
        return series == 1 ? DOT_1 : series == 2 ? DOT_2 : DOT_3;
    }

    /** The style of a class of a map, 1 to 5. */
    public static Style mapClass(int number) {
        return switch (number) {
            case 1 -> CLASS_1;
            case 2 -> CLASS_2;
            case 3 -> CLASS_3;
            case 4 -> CLASS_4;
            default -> CLASS_5;
        };
    }
}
