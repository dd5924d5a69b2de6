package se.tillsyn.analytics.revision;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.tillsyn.analytics.cube.Cube;
import se.tillsyn.analytics.cube.HeldPlace;
import se.tillsyn.analytics.cube.YearOfTopic;
import se.tillsyn.analytics.disclosure.CellName;
import se.tillsyn.analytics.disclosure.CountedCell;
import se.tillsyn.analytics.disclosure.DisclosureControl;
import se.tillsyn.analytics.disclosure.RevisionRule;
import se.tillsyn.analytics.disclosure.ShownBefore;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.analytics.release.ValueColumns;
import se.tillsyn.ingest.profile.ProfileDescription.Threshold;
import se.tillsyn.ingest.store.Batch;

/**
 * Reads an earlier release: which cells it withheld, and whether the store still gives the numbers that it showed. No
 * withheld number is kept anywhere: what is needed of them is counted again from the store.
 */
public final class EarlierRelease {

    /** First words of the names of tables of rates and of values. */
    private static final List<String> RATES = List.of("rates", "quarters");

    private static final List<String> VALUES = List.of("waits", "measured");

    private final ReleaseFolder release;
    private final int batch;
    private final Holding holding;

    private EarlierRelease(ReleaseFolder release, int batch, Holding holding) {
        this.release = release;
        this.batch = batch;
        this.holding = holding;
    }

    /**
     * Opens it.
     *
     * @param store all batches of the store
     */
    public static EarlierRelease of(ReleaseFolder release, List<Batch> store) {
        Map<String, Integer> numbers = store.stream()
                .collect(Collectors.toMap(
                        batch -> batch.folder().id(), batch -> batch.folder().sequence()));
        Integer newest = numbers.get(release.manifest().batch());
        TreeMap<HeldPlace, Holding.Held> held = new TreeMap<>();
        for (Manifest.Held one : release.manifest().heldBack()) {
            Integer batch = numbers.get(one.batch());
            if (batch == null) {
                return new EarlierRelease(release, Earlier.NOT_IN_STORE, Holding.NONE);
            }
            held.put(
                    new HeldPlace(one.topic(), one.year(), one.region()),
                    new Holding.Held(batch, Instant.parse(one.since())));
        }
        return newest == null
                ? new EarlierRelease(release, Earlier.NOT_IN_STORE, Holding.NONE)
                : new EarlierRelease(release, newest, new Holding(held));
    }

    /** Whether the store has everything that it rests on; else nothing can be held as it was shown. */
    public boolean isInStore() {
        return batch != Earlier.NOT_IN_STORE;
    }

    /** Number of its newest batch. */
    public int batch() {
        return batch;
    }

    /** What it held back. */
    public Holding holding() {
        return holding;
    }

    /**
     * What it showed.
     *
     * @param cube everything that it counted, counted again; nothing where the store lacks it
     * @param thresholds those of today
     */
    public Earlier beside(Cube cube, DisclosureControl control, Map<String, Threshold> thresholds) throws IOException {
        boolean sameRules = sameRules(thresholds);
        return new Earlier(
                batch,
                holding,
                cube,
                new Shown(control.countedRates(cube), sameRules)
                        .read(RATES, RateColumns.CASES_ASSESSED, RateColumns.CASES_DEFICIENT, RateColumns.CASE_STATUS),
                new Shown(control.countedValues(cube), sameRules)
                        .read(VALUES, ValueColumns.N, ValueColumns.WAITING, ValueColumns.STATUS));
    }

    /** Whether it was protected by the thresholds of today; how long findings gather is none of protection's. */
    private boolean sameRules(Map<String, Threshold> thresholds) {
        Map<String, Integer> today = new TreeMap<>();
        thresholds.forEach((name, threshold) -> today.put(name, threshold.value()));
        Map<String, Integer> then = new TreeMap<>();
        release.manifest().thresholds().forEach((name, threshold) -> then.put(name, threshold.value()));
        today.remove(RevisionRule.DAYS);
        then.remove(RevisionRule.DAYS);
        return today.equals(then);
    }

    /** One kind of tables. */
    private final class Shown {

        private final Map<CellName, CountedCell> counted;
        private final Map<YearOfTopic, Long> missing;
        private final Set<CellName> withheld = new HashSet<>();
        private final Set<YearOfTopic> unlike = new HashSet<>();

        Shown(List<CountedCell> cells, boolean sameRules) {
            counted = cells.stream().collect(Collectors.toMap(CountedCell::name, Function.identity()));
            missing = new HashMap<>();
            cells.forEach(cell -> missing.merge(cell.name().yearOfTopic(), 1L, Long::sum));
            if (!sameRules) {
                unlike.addAll(missing.keySet());
            }
        }

        ShownBefore read(List<String> kinds, String whole, String part, String status) throws IOException {
            for (Manifest.PublishedFile file : release.manifest().files()) {
                String name = String.valueOf(Path.of(file.path()).getFileName());
                if (file.path().startsWith("tables/")
                        && name.endsWith(".csv")
                        && kinds.stream().anyMatch(kind -> name.startsWith(kind + '_'))) {
                    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                            .ofNamedCsvRecord(
                                    Files.newBufferedReader(release.file(file.path()), StandardCharsets.UTF_8))) {
                        for (NamedCsvRecord row : rows) {
                            compare(nameOf(row), row.getField(status), row.getField(whole), row.getField(part));
                        }
                    }
                }
            }
            missing.forEach((year, cells) -> {
                if (cells > 0) {
                    unlike.add(year);
                }
            });
            return new ShownBefore(withheld, unlike);
        }

        private void compare(CellName name, String status, String whole, String part) {
            CountedCell cell = counted.get(name);
            if (cell != null) {
                missing.merge(name.yearOfTopic(), -1L, Long::sum);
            }
            if (status.equals(Status.SUPPRESSED.code())) {
                withheld.add(name);
                if (cell == null) {
                    unlike.add(name.yearOfTopic());
                }
            } else if (cell != null
                    && !(whole.equals(Long.toString(cell.whole())) && part.equals(Long.toString(cell.part())))) {
                unlike.add(name.yearOfTopic());
            }
        }
    }

    private static CellName nameOf(NamedCsvRecord row) {
        return new CellName(
                row.getField(RateColumns.TOPIC),
                row.getField(RateColumns.REGION),
                row.getField(RateColumns.PERIOD),
                row.getField(RateColumns.AGE_GROUP),
                row.getField(RateColumns.OPERATION_TYPE));
    }
}
