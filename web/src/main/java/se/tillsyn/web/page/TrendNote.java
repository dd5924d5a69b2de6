package se.tillsyn.web.page;

import java.util.Optional;
import se.tillsyn.analytics.release.TrendColumns;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.ReleaseTable;
import se.tillsyn.web.release.TableKind;
import se.tillsyn.web.release.Topic;

/**
 * What the release says of a region's years on a topic.
 *
 * @param direction {@code increasing}, {@code decreasing} or {@code none}
 * @param symbol ↗, ↘ or →
 * @param word the direction in words
 * @param sentence the direction, the years and the rule that says so
 */
public record TrendNote(String direction, String symbol, String word, String sentence) {

    /** The note; empty where the release says nothing, be it withheld or unknown. */
    public static Optional<TrendNote> of(Texts texts, PublishedRelease release, Topic topic, Region region) {
        return release.table(TableKind.TRENDS, region.level())
                .find(topic.code(), region.code())
                .filter(row -> !row.text(TrendColumns.DIRECTION).isEmpty())
                .map(row -> of(texts, row));
    }

    private static TrendNote of(Texts texts, ReleaseTable.Row row) {
        String basis = row.text(TrendColumns.BASIS);
        boolean few = basis.equals("too_few_periods");
        String direction = few ? "few" : row.text(TrendColumns.DIRECTION);
        return new TrendNote(
                direction,
                switch (direction) {
                    case "increasing" -> "↗";
                    case "decreasing" -> "↘";
                    case "few" -> "";
                    default -> "→";
                },
                texts.ofOr("trend." + direction, direction),
                texts.of(
                        "trend.sentence." + direction,
                        row.text(TrendColumns.FROM),
                        row.text(TrendColumns.TO),
                        texts.ofOr("trend.basis." + basis, basis)));
    }
}
