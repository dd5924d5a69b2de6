package se.tillsyn.web.page;

import java.util.Optional;
import se.tillsyn.analytics.release.ComparisonColumns;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.ReleaseTable;
import se.tillsyn.web.release.TableKind;
import se.tillsyn.web.release.Topic;

/**
 * How a region's rate of a year stands to the rest of the nation, as the release says: higher or lower only when the 95 %
 * limits of the difference leave out 0 and its q-value, after the false discovery rate among all regions, is 5 % or less.
 *
 * @param direction {@code HIGHER}, {@code LOWER} or {@code NOT_SHOWN}
 * @param style class: {@code better}, {@code worse}, {@code higher}, {@code lower} or {@code similar}
 * @param symbol ▲, ▼ or ●, the direction of the number
 * @param word the direction in words
 * @param sentence the same as a sentence, with the difference in percentage points and its limits where they are given
 * @param unlike whether the region was inspected on another basis than the nation
 */
public record Verdict(Direction direction, String style, String symbol, String word, String sentence, boolean unlike) {

    private static final double FALSE_DISCOVERIES = 0.05;

    /** Direction of a difference that is shown. */
    public enum Direction {
        HIGHER,
        LOWER,
        NOT_SHOWN
    }

    /** The verdict; empty where the release compares nothing. */
    public static Optional<Verdict> of(
            Texts texts, PublishedRelease release, Topic topic, Region region, String period) {
        return release.table(TableKind.COMPARISONS, region.level())
                .find(topic.code(), region.code(), period)
                .map(row -> of(texts, topic, row));
    }

    private static Verdict of(Texts texts, Topic topic, ReleaseTable.Row row) {
        Direction direction = direction(row);
        String name =
                switch (direction) {
                    case HIGHER -> "higher";
                    case LOWER -> "lower";
                    case NOT_SHOWN -> "not-shown";
                };
        return new Verdict(
                direction,
                style(direction, topic.polarity()),
                switch (direction) {
                    case HIGHER -> "▲";
                    case LOWER -> "▼";
                    case NOT_SHOWN -> "●";
                },
                texts.of("verdict." + name),
                sentence(texts, name, row),
                row.flag(ComparisonColumns.UNLIKE_BASIS));
    }

    private static String sentence(Texts texts, String name, ReleaseTable.Row row) {
        if (!row.has(ComparisonColumns.DIFFERENCE) || !row.has(ComparisonColumns.DIFFERENCE_LOWER)) {
            return texts.of("verdict.sentence." + name + ".plain");
        }
        return texts.of(
                "verdict.sentence." + name,
                texts.numbers().signedPoints(row.real(ComparisonColumns.DIFFERENCE)),
                texts.numbers().signedPoints(row.real(ComparisonColumns.DIFFERENCE_LOWER)),
                texts.numbers().signedPoints(row.real(ComparisonColumns.DIFFERENCE_UPPER)));
    }

    private static Direction direction(ReleaseTable.Row row) {
        boolean found = row.has(ComparisonColumns.Q) && row.real(ComparisonColumns.Q) <= FALSE_DISCOVERIES;
        if (found && row.real(ComparisonColumns.DIFFERENCE_LOWER) > 0) {
            return Direction.HIGHER;
        }
        return found && row.real(ComparisonColumns.DIFFERENCE_UPPER) < 0 ? Direction.LOWER : Direction.NOT_SHOWN;
    }

    /** Judgement where the topic says which direction is good, else the direction only. */
    private static String style(Direction direction, String polarity) {
        if (direction == Direction.NOT_SHOWN) {
            return "similar";
        }
        boolean higher = direction == Direction.HIGHER;
        return switch (polarity) {
            case "LOW_GOOD" -> higher ? "worse" : "better";
            case "HIGH_GOOD" -> higher ? "better" : "worse";
            default -> higher ? "higher" : "lower";
        };
    }
}
