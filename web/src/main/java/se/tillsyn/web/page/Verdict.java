package se.tillsyn.web.page;

import java.util.Optional;
import se.tillsyn.analytics.release.ComparisonColumns;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.ReleaseTable;
import se.tillsyn.web.release.TableKind;
import se.tillsyn.web.release.Topic;
import se.tillsyn.web.verdict.Difference;
import se.tillsyn.web.verdict.Direction;
import se.tillsyn.web.verdict.Outcome;

/**
 * How a region's rate of a year stands to the rest of the nation, as the release says: higher or lower only when the 95 %
 * limits of the difference leave out 0 and its q-value, after the false discovery rate among all regions, is 5 % or less.
 *
 * @param direction never {@link Direction#NOT_COMPARED}
 * @param style class: {@code better}, {@code worse}, {@code higher}, {@code lower} or {@code similar}
 * @param symbol ▲, ▼ or ●, the direction of the number
 * @param word the direction in words
 * @param sentence the same as a sentence, with the difference in percentage points and its limits where they are given
 * @param unlike whether the region was inspected on another basis than the nation
 */
public record Verdict(Direction direction, String style, String symbol, String word, String sentence, boolean unlike) {

    /** Symbol, word and colour as markup, escaped. */
    public String html() {
        return new Outcome(symbol, word, style).html();
    }

    /** The verdict; empty where the release compares nothing. */
    public static Optional<Verdict> of(
            Texts texts, PublishedRelease release, Topic topic, Region region, String period) {
        return release.table(TableKind.COMPARISONS, region.level())
                .find(topic.code(), region.code(), period)
                .map(row -> of(texts, topic, row));
    }

    private static Verdict of(Texts texts, Topic topic, ReleaseTable.Row row) {
        Difference difference = Difference.ofRelease(row);
        Direction direction = difference.known() ? difference.direction() : Direction.NOT_SHOWN;
        Outcome outcome = Outcome.of(texts, direction, topic);
        return new Verdict(
                direction,
                outcome.style(),
                outcome.symbol(),
                texts.of("verdict." + direction.code()),
                sentence(texts, direction.code(), difference),
                row.flag(ComparisonColumns.UNLIKE_BASIS));
    }

    private static String sentence(Texts texts, String name, Difference difference) {
        if (!difference.known()) {
            return texts.of("verdict.sentence." + name + ".plain");
        }
        return texts.of(
                "verdict.sentence." + name,
                texts.numbers().signedPoints(difference.value()),
                texts.numbers().signedPoints(difference.lower()),
                texts.numbers().signedPoints(difference.upper()));
    }
}
