package se.tillsyn.web.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.Status;

final class RateTableTest {

    private static final LocalText NAME = new LocalText("a", "a");

    @Test
    void findsEveryCellAndNothingElse() {
        RateTable table = new RateTable(keys(2, 3), 2);
        table.add(row("T0", "R0", "2015", 3, 20, 0.15));
        table.add(row("T1", "R2", "2016", 4, 20, 0.2));
        assertThat(table.cell(new CellKey("T0", "R0", "2015", "TOTAL", "TOTAL")).cases())
                .isEqualTo(new Observation(Status.VALUE, 0.15, 0.05, 0.9, 3, 20, true));
        assertThat(table.cell(new CellKey("T0", "R0", "2016", "TOTAL", "TOTAL")))
                .isEqualTo(Cell.NOT_INSPECTED);
        assertThat(table.cell(new CellKey("T9", "R0", "2015", "TOTAL", "TOTAL")))
                .isEqualTo(Cell.NOT_INSPECTED);
        List<CellKey> seen = new ArrayList<>();
        table.forEach("T1", (key, cell) -> seen.add(key));
        assertThat(seen).containsExactly(new CellKey("T1", "R2", "2016", "TOTAL", "TOTAL"));
    }

    @Test
    void takesTotalsBeforeTheOtherCodes() {
        RateTable table = new RateTable(keys(1, 1), 2);
        table.add(row("T0", "R0", "2015", "TOTAL", 3, 20, 0.15, ""));
        table.add(row("T0", "R0", "2015", "18+", 3, 20, 0.15, ""));
        assertThat(table.cell(new CellKey("T0", "R0", "2015", "18+", "TOTAL"))
                        .cases()
                        .hasNumber())
                .isTrue();
    }

    @Test
    void refusesRowsOutOfOrder() {
        RateTable table = new RateTable(keys(2, 3), 3);
        table.add(row("T0", "R1", "2015", 3, 20, 0.15));
        assertThatThrownBy(() -> table.add(row("T0", "R1", "2015", 3, 20, 0.15)))
                .hasMessage("row 1 is out of order, doubled or beyond the row count");
        assertThatThrownBy(() -> table.add(row("T0", "R0", "2015", 3, 20, 0.15)))
                .hasMessageContaining("out of order");
    }

    @Test
    void refusesAFigureBesideAStatus() {
        RateTable table = new RateTable(keys(1, 1), 1);
        assertThatThrownBy(() -> table.add(row("T0", "R0", "2015", "TOTAL", 3, 20, 0.15, "c")))
                .hasMessage("a figure stands beside the status SUPPRESSED");
        assertThatThrownBy(() -> table.add(row("T0", "R0", "2015", "TOTAL", null, 20, 0.15, "")))
                .hasMessage("a figure is missing and no status says why");
        assertThatThrownBy(() -> table.add(row("T9", "R0", "2015", 3, 20, 0.15)))
                .hasMessage("row 0 has a code that no code list of the release has");
    }

    @Test
    void takesZeroOfZeroAsNothingAssessed() {
        RateColumn column = new RateColumn(1);
        column.put(0, Status.NOT_AVAILABLE, false, new RateColumn.Figures(0, 0, null, null, null));
        assertThat(column.at(0)).isEqualTo(Observation.without(Status.NOT_AVAILABLE));
        assertThatThrownBy(
                        () -> column.put(0, Status.SUPPRESSED, false, new RateColumn.Figures(0, 0, null, null, null)))
                .hasMessage("a figure stands beside the status SUPPRESSED");
    }

    @Test
    void holdsAMillionRowsInLessThanSixtyFourMegabytes() {
        int topics = 50;
        int regions = 10_000;
        long before = used();
        RateTable table = new RateTable(keys(topics, regions), 1_000_000);
        for (String topic : sorted("T", topics)) {
            for (String region : sorted("R", regions)) {
                table.add(row(topic, region, "2015", 3, 20, 0.15));
                table.add(row(topic, region, "2016", 3, 20, 0.15));
            }
        }
        long held = used() - before;
        assertThat(table.size()).isEqualTo(1_000_000);
        assertThat(held).isLessThan(64_000_000);
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static KeyCodes keys(int topics, int regions) {
        CodeList<Code.Named> none = new CodeList<>(List.of());
        CodeList<Code.Named> ages = new CodeList<>(List.of(new Code.Named("18+", NAME, NAME)));
        return new KeyCodes(
                new ReleaseCodes(
                        new CodeList<>(sorted("R", regions).stream()
                                .map(code -> new Region(code, NAME, "county", "", ""))
                                .toList()),
                        new CodeList<>(sorted("T", topics).stream()
                                .map(code -> new Topic(
                                        code, NAME, "", "RATE", true, "", "", "", "", "", "", List.of(), NAME))
                                .toList()),
                        none,
                        ages,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        new CodeList<>(List.of()),
                        none,
                        Map.of(),
                        Map.of()),
                List.of("2015", "2016"));
    }

    private static List<String> sorted(String prefix, int count) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            codes.add(prefix + i);
        }
        codes.sort(null);
        return codes;
    }

    private static RateRow row(String topic, String region, String period, int deficient, int assessed, double rate) {
        return row(topic, region, period, "TOTAL", deficient, assessed, rate, "");
    }

    private static RateRow row(
            String topic,
            String region,
            String period,
            String age,
            @Nullable Integer deficient,
            Integer assessed,
            Double rate,
            String status) {
        return new RateRow(
                topic,
                region,
                period,
                age,
                "TOTAL",
                "CENSUS",
                assessed,
                deficient,
                rate,
                0.05,
                0.9,
                "clustered",
                status,
                5,
                2,
                0.4,
                0.1,
                0.7,
                "",
                true);
    }
}
