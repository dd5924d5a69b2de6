package se.tillsyn.web.overview;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.CoverageColumns;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.analytics.release.TrendColumns;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.ReleaseTable;
import se.tillsyn.web.release.TableKind;

/** The release in five sentences, made by rule from its numbers; a sentence without its numbers is left out. */
final class ReleaseSentences {

    private final PublishedRelease release;
    private final Texts texts;

    ReleaseSentences(Shown shown) {
        this.release = shown.release();
        this.texts = shown.texts();
    }

    /** @param widest the topic whose regions differ most; {@code null} where none is known */
    List<String> all(OverviewPages.@Nullable Spread widest) {
        List<String> sentences = new ArrayList<>();
        sentences.add(extent());
        String inspected = inspected();
        if (!inspected.isEmpty()) {
            sentences.add(inspected);
        }
        String trends = trends();
        if (!trends.isEmpty()) {
            sentences.add(trends);
        }
        if (widest != null) {
            sentences.add(texts.of(
                    "sentence.widest",
                    texts.of(widest.topic().name()),
                    texts.numbers().points(widest.tau()),
                    widest.period()));
        }
        sentences.add(changes());
        return sentences;
    }

    private String extent() {
        List<String> periods = release.manifest().periods();
        return texts.of(
                "sentence.extent",
                texts.numbers().whole(release.codes().topics().all().size()),
                periods.get(0),
                periods.get(periods.size() - 1),
                texts.numbers().whole(release.count(Status.VALUE)),
                texts.numbers().whole(release.count(Status.SUPPRESSED)));
    }

    private String inspected() {
        List<String> periods = release.manifest().periods();
        String period = periods.get(periods.size() - 1);
        return release.table(TableKind.COVERAGE, release.nation().level())
                .find(release.nation().code(), period, RateColumns.TOTAL)
                .map(row -> texts.of(
                        "sentence.inspected",
                        period,
                        texts.numbers().whole(row.whole(CoverageColumns.INSPECTED)),
                        texts.numbers().whole(row.whole(CoverageColumns.DEFICIENT))))
                .orElse("");
    }

    private String trends() {
        int increasing = 0;
        int decreasing = 0;
        int stated = 0;
        for (ReleaseTable.Row row :
                release.table(TableKind.TRENDS, release.nation().level()).rows()) {
            if (!row.text(TrendColumns.DIRECTION).isEmpty()
                    && !row.text(TrendColumns.BASIS).equals("too_few_periods")) {
                stated++;
                increasing += row.text(TrendColumns.DIRECTION).equals("increasing") ? 1 : 0;
                decreasing += row.text(TrendColumns.DIRECTION).equals("decreasing") ? 1 : 0;
            }
        }
        return stated == 0
                ? ""
                : texts.of(
                        "sentence.trends",
                        texts.numbers().whole(stated),
                        texts.numbers().whole(increasing),
                        texts.numbers().whole(decreasing));
    }

    private String changes() {
        if (release.manifest().predecessor() == null) {
            return texts.of("sentence.first");
        }
        return texts.of(
                "sentence.changes",
                texts.numbers().whole(release.changes().byKind().getOrDefault("NEW", 0)),
                texts.numbers().whole(release.changes().byKind().getOrDefault("CHANGED", 0)));
    }
}
