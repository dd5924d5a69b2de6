package se.tillsyn.analytics.audit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a release shows of protected counts, by view: {@code inspected} (years and quarters), {@code latest}, {@code waits} and
 * {@code measured}.
 *
 * @param regions the release's regions
 * @param cells cells of protected topics by view
 * @param rows rows of each table
 * @param withheld of these, withheld ones of protected topics
 */
record ReleaseTables(
        Regions regions, Map<String, List<RateCell>> cells, Map<String, Long> rows, Map<String, Long> withheld) {

    private static final String INSPECTED = "inspected";

    /** Views by the first word of the table's name. */
    private static final Map<String, String> VIEWS = Map.of(
            "rates", INSPECTED, "quarters", INSPECTED, "latest", "latest", "waits", "waits", "measured", "measured");

    /**
     * Reads and checks all tables of a release.
     *
     * @param changes compared with the rows
     * @param breaches takes what is wrong with single rows and files
     */
    static ReleaseTables read(Path release, Thresholds thresholds, PublishedChanges changes, Consumer<Breach> breaches)
            throws IOException {
        return read(release, TableReading.ofAllFormats(release, breaches), thresholds, changes::check, breaches);
    }

    /** Reads what an earlier release shows, which was checked in its time. */
    static ReleaseTables readEarlier(Path release, Thresholds thresholds, PublishedChanges changes) throws IOException {
        return read(release, TableReading.ofCsv(release), thresholds, changes::checkEarlier, breach -> {});
    }

    private static ReleaseTables read(
            Path release,
            TableReading reading,
            Thresholds thresholds,
            Consumer<TableRow> everyRow,
            Consumer<Breach> breaches)
            throws IOException {
        Regions regions = Regions.read(release);
        ProtectedTopics topics = ProtectedTopics.read(release);
        RateRowChecks rates = new RateRowChecks(topics, thresholds, breaches);
        ValueRowChecks values = new ValueRowChecks(topics, thresholds, breaches);
        DerivedTableChecks derived = new DerivedTableChecks(regions, topics, thresholds, breaches);
        ReleaseTables tables = new ReleaseTables(regions, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        LimitInversion limits = new LimitInversion(thresholds);
        List<String> later = new ArrayList<>();
        for (String name : reading.names()) {
            String view = VIEWS.get(kindOf(name));
            if (view == null) {
                later.add(name);
            } else if (view.equals(INSPECTED) || view.equals("latest")) {
                reading.read(name, row -> {
                    everyRow.accept(row);
                    RateCell cell = rates.check(row);
                    boolean isProtected = topics.rates().contains(cell.key().topic());
                    tables.enter(view, cell, isProtected);
                    if (isProtected) {
                        limits.learn(view, row, cell);
                    }
                    if (view.equals(INSPECTED)) {
                        derived.learn(cell);
                    }
                });
            } else {
                reading.read(name, row -> {
                    everyRow.accept(row);
                    RateCell cell = values.check(row);
                    tables.enter(view, cell, topics.values().contains(cell.key().topic()));
                    if (view.equals("waits")) {
                        derived.learnWaits(row);
                    }
                });
            }
        }
        limits.breaches().forEach(breaches);
        for (String name : later) {
            reading.read(name, row -> {
                everyRow.accept(row);
                tables.rows.merge(name, 1L, Long::sum);
                derived.check(row);
            });
        }
        return tables;
    }

    private static String kindOf(String table) {
        int end = table.indexOf('_');
        return end < 0 ? table : table.substring(0, end);
    }

    private void enter(String view, RateCell cell, boolean isProtected) {
        rows.merge(cell.table(), 1L, Long::sum);
        if (isProtected) {
            cells.computeIfAbsent(view, any -> new ArrayList<>()).add(cell);
            withheld.merge(cell.table(), cell.isWithheld() ? 1L : 0L, Long::sum);
        }
    }

    /** Cells of one view by topic and year; blocks are attacked apart, since topics and years do not add up to anything. */
    Map<String, List<RateCell>> blocks(String view) {
        Map<String, List<RateCell>> blocks = new TreeMap<>();
        for (RateCell cell : cells.getOrDefault(view, List.of())) {
            blocks.computeIfAbsent(
                            cell.key().topic()
                                    + ' '
                                    + PublishedShapes.yearOf(cell.key().period()),
                            any -> new ArrayList<>())
                    .add(cell);
        }
        return blocks;
    }

    /**
     * Topics of a view in which every published cell bears out that an operation with a deficiency has a deficient file, and one
     * without has a file without.
     */
    Map<String, Boolean> operationsHold(String view) {
        Map<String, Boolean> hold = new HashMap<>();
        for (RateCell cell : cells.getOrDefault(view, List.of())) {
            if (!cell.isWithheld() && cell.assessed() > 0) {
                boolean holds = cell.units() > 0
                        && cell.deficient() >= cell.deficientUnits()
                        && cell.assessed() - cell.deficient() >= cell.units() - cell.deficientUnits();
                hold.merge(cell.key().topic(), holds, Boolean::logicalAnd);
            }
        }
        return hold;
    }
}
