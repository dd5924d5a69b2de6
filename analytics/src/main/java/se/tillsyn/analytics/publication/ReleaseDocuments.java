package se.tillsyn.analytics.publication;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.ingest.store.BatchManifest;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The release's own JSON documents: what went in, and what was withheld. */
final class ReleaseDocuments {

    static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ReleaseDocuments() {}

    /** {@code quality.json}: rows that came in per batch, what of it is held back, and cells by level. */
    record Quality(
            List<BatchRows> batches, long read, long loaded, long quarantined, Held held, List<LevelCells> levels) {

        /**
         * Findings that came late and are held back.
         *
         * @param topicYears of so many topics' years
         * @param judgements on operations, each revision and withdrawal counted
         * @param valuesAtLeast of persons, in whole tens
         */
        record Held(long topicYears, long judgements, long valuesAtLeast) {}

        record BatchRows(String batch, boolean synthetic, long read, long loaded, long quarantined) {}

        /** Cells of one level by what they show, case rates and unit rates apart. */
        record LevelCells(
                String level, long cells, SortedMap<String, Long> caseRates, SortedMap<String, Long> unitRates) {}
    }

    /** {@code disclosure.json}: the rule as applied, and the share of cells withheld per level. */
    record Disclosure(
            Map<String, Integer> thresholds,
            boolean secondarySuppression,
            List<HeldBack> held,
            List<LevelShare> levels) {

        /** Where findings that came late are held back, see the manifest. */
        record HeldBack(String topic, String year, String region) {}

        /**
         * One level.
         *
         * @param withheldShare withheld of the cells with a case rate, 0 to 1
         * @param withheldFilesPercent files in the withheld of these cells, in whole per cent so that it tells no count
         */
        record LevelShare(String level, long cells, long withheld, double withheldShare, long withheldFilesPercent) {}
    }

    static Quality quality(ReleaseContent content, Map<String, List<RateRow>> rows) {
        List<Quality.BatchRows> batches = content.batches().stream()
                .map(batch -> {
                    BatchManifest manifest = batch.manifest();
                    return new Quality.BatchRows(
                            manifest.batch(),
                            manifest.synthetic(),
                            manifest.rows().read(),
                            manifest.rows().loaded(),
                            manifest.rows().quarantined());
                })
                .toList();
        List<Quality.LevelCells> levels = rows.entrySet().stream()
                .map(level -> new Quality.LevelCells(
                        level.getKey(),
                        level.getValue().size(),
                        byStatus(level.getValue(), true),
                        byStatus(level.getValue(), false)))
                .toList();
        return new Quality(
                batches,
                batches.stream().mapToLong(Quality.BatchRows::read).sum(),
                batches.stream().mapToLong(Quality.BatchRows::loaded).sum(),
                batches.stream().mapToLong(Quality.BatchRows::quarantined).sum(),
                new Quality.Held(
                        content.held().stream()
                                .map(held -> held.topic() + ' ' + held.year())
                                .distinct()
                                .count(),
                        content.late().judgements(),
                        content.late().values()),
                levels);
    }

    static Disclosure disclosure(ReleaseContent content, Map<String, List<RateRow>> rows) {
        Map<String, Integer> thresholds = new TreeMap<>();
        content.profile().description().disclosure().forEach((name, value) -> thresholds.put(name, value.value()));
        List<Disclosure.LevelShare> levels = rows.entrySet().stream()
                .map(level -> {
                    long withRate = level.getValue().stream()
                            .filter(row -> row.cases().status() != Status.NOT_APPLICABLE)
                            .count();
                    long withheld = level.getValue().stream()
                            .filter(row -> row.cases().status() == Status.SUPPRESSED)
                            .count();
                    return new Disclosure.LevelShare(
                            level.getKey(),
                            withRate,
                            withheld,
                            withRate == 0 ? 0 : (double) withheld / withRate,
                            percentOfFiles(level.getValue()));
                })
                .toList();
        List<Disclosure.HeldBack> held = content.held().stream()
                .map(one -> new Disclosure.HeldBack(one.topic(), one.year(), one.region()))
                .toList();
        return new Disclosure(thresholds, true, held, levels);
    }

    private static long percentOfFiles(List<RateRow> rows) {
        long all = 0;
        long withheld = 0;
        for (RateRow row : rows) {
            long files = row.cell().cases().cases();
            all += files;
            withheld += row.cases().status() == Status.SUPPRESSED ? files : 0;
        }
        return all == 0 ? 0 : Math.round(100.0 * withheld / all);
    }

    private static SortedMap<String, Long> byStatus(List<RateRow> rows, boolean cases) {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (RateRow row : rows) {
            Status status = cases ? row.cases().status() : row.units().status();
            counts.merge(status.name(), 1L, Long::sum);
        }
        return counts;
    }
}
