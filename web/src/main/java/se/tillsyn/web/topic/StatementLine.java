package se.tillsyn.web.topic;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.CodeList;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Statement;

/**
 * A statement of a published report, in words and as a bar from 0 to 100 %.
 *
 * @param programme which inspection
 * @param scope region, period, age group and operation type
 * @param sentence what is stated
 * @param basis how the operations were chosen, and what the interval then means
 * @param evidence what the statement rests on
 * @param bar where the bar stands; {@code null} when no share is stated
 */
record StatementLine(
        String programme,
        String scope,
        String sentence,
        String basis,
        String evidence,
        @Nullable Bar bar) {

    /**
     * Places in percent of the width.
     *
     * @param dot where the share is; {@code null} for a band, which has no best value
     */
    record Bar(String from, String width, @Nullable String dot, String description) {}

    static StatementLine of(Texts texts, PublishedRelease release, Statement statement) {
        String region = release.codes()
                .regions()
                .find(statement.region())
                .map(found -> texts.of(found.name()))
                .orElse(statement.region());
        String scope = String.join(
                " · ",
                region,
                statement.period(),
                name(texts, release.codes().ageGroups(), statement.ageGroup(), "all.ages"),
                name(texts, release.codes().operationTypes(), statement.operationType(), "all.types"));
        return new StatementLine(
                name(texts, release.codes().programmes(), statement.programme(), "all.types"),
                scope,
                sentence(texts, release, statement),
                basis(texts, release, statement, region),
                name(texts, release.codes().evidence(), statement.evidence(), "all.types"),
                bar(texts, statement.quantity()));
    }

    private static String name(Texts texts, CodeList<Code.Named> list, String code, String total) {
        return code.equals(RateColumns.TOTAL)
                ? texts.of(total)
                : list.find(code).map(entry -> texts.of(entry.name())).orElse(code);
    }

    private static String sentence(Texts texts, PublishedRelease release, Statement statement) {
        String units = units(texts, release, statement.observedUnit());
        Statement.Quantity quantity = statement.quantity();
        if (quantity instanceof Statement.Share share) {
            return texts.of(
                    "statement.share",
                    texts.numbers().whole(share.count()),
                    texts.numbers().whole(share.of()),
                    units,
                    texts.numbers().percent(share.rate()),
                    texts.numbers().limits(share.lower(), share.upper()));
        }
        if (quantity instanceof Statement.Band band) {
            return texts.of(
                    "statement.band",
                    texts.numbers().whole(band.low()),
                    texts.numbers().whole(band.high()),
                    texts.numbers().whole(band.of()),
                    units,
                    band(texts, band));
        }
        if (quantity instanceof Statement.AtLeast atLeast) {
            return texts.of("statement.at-least", texts.numbers().whole(atLeast.low()), units);
        }
        if (quantity instanceof Statement.Measured measured) {
            String low = texts.numbers().whole(measured.low());
            String high = texts.numbers().whole(measured.high());
            String unit = name(texts, release.codes().valueUnits(), measured.unit(), "all.types");
            return texts.of("statement.measured", low.equals(high) ? low : low + "–" + high, unit);
        }
        return texts.of("statement." + statement.outcome().toLowerCase(Locale.ROOT));
    }

    /** {@code 56–100 %}: the band's ends, whole because the source is not more exact. */
    private static String band(Texts texts, Statement.Band band) {
        return texts.numbers().wholePoints(band.rateLow()) + "–"
                + texts.numbers().wholePercent(band.rateHigh());
    }

    /** Plural of what was judged. A unit that the message files do not know is named as the code list has it. */
    private static String units(Texts texts, PublishedRelease release, String code) {
        String listed = name(texts, release.codes().observedUnits(), code, "all.types");
        return texts.ofOr(
                "observed." + code, listed.toLowerCase(texts.language().locale()));
    }

    private static String basis(Texts texts, PublishedRelease release, Statement statement, String region) {
        return release.codes()
                .selectionBases()
                .find(statement.selectionBasis())
                .map(basis -> {
                    String note = texts.of(basis.note());
                    String name = texts.of(basis.name());
                    return note.isEmpty() ? name : texts.of("statement.basis", name, region, note);
                })
                .orElse("");
    }

    private static @Nullable Bar bar(Texts texts, Statement.Quantity quantity) {
        if (quantity instanceof Statement.Share share) {
            return new Bar(
                    at(share.lower()),
                    at(share.upper() - share.lower()),
                    at(share.rate()),
                    texts.of(
                            "statement.share.bar",
                            texts.numbers().percent(share.rate()),
                            texts.numbers().limits(share.lower(), share.upper())));
        }
        if (quantity instanceof Statement.Band band) {
            return new Bar(
                    at(band.rateLow()),
                    at(band.rateHigh() - band.rateLow()),
                    null,
                    texts.of("statement.band.bar", band(texts, band)));
        }
        return null;
    }

    private static String at(double proportion) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * proportion);
    }
}
