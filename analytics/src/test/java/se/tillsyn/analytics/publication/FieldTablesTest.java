package se.tillsyn.analytics.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.TestStore;
import se.tillsyn.ingest.table.Column;
import se.tillsyn.ingest.table.Table;

/** The field tables of the README name every published column with its type, and none that is not published. */
class FieldTablesTest {

    private static final List<Table<?>> TABLES = List.of(
            ReleaseTables.rates("rates_x"),
            FurtherTables.values("waits_x"),
            FurtherTables.followUps("x"),
            FurtherTables.coverage("x", new EligibleOperations(TestStore.miniland())),
            FurtherTables.OFFICES,
            FurtherTables.comparisons("x"),
            FurtherTables.inequality("x"),
            FurtherTables.trends("x"),
            FurtherTables.waitTrends("x"),
            ReleaseTables.STATEMENTS);

    private static String typeOf(Column<?> column) {
        String type = column instanceof Column.Text<?>
                ? "text"
                : column instanceof Column.Whole<?> || column instanceof Column.OptionalWhole<?>
                        ? "whole"
                        : column instanceof Column.Flag<?> || column instanceof Column.OptionalFlag<?>
                                ? "flag"
                                : "real";
        return column.optional() ? type + "?" : type;
    }

    private static Map<String, Set<String>> described() throws IOException {
        String readme = Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);
        String fields = readme.substring(readme.indexOf("### Fields"), readme.indexOf("### Changes"));
        Map<String, Set<String>> types = new TreeMap<>();
        for (String line : fields.lines().filter(line -> line.startsWith("| `")).toList()) {
            String[] cells = line.split("\\|", -1);
            for (String name : cells[1].strip().split(", ", -1)) {
                types.computeIfAbsent(name.replace("`", ""), any -> new TreeSet<>())
                        .add(cells[2].strip());
            }
        }
        return types;
    }

    @Test
    void everyColumnIsDescribedWithItsTypeAndNoOther() throws IOException {
        Map<String, Set<String>> published = new TreeMap<>();
        for (Table<?> table : TABLES) {
            for (Column<?> column : table.columns()) {
                published.computeIfAbsent(column.name(), any -> new TreeSet<>()).add(typeOf(column));
            }
        }
        assertEquals(published, described());
    }

    @Test
    void theFormatHasAVersionInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);
        assertTrue(
                readme.contains("## Release format, version " + se.tillsyn.analytics.release.Manifest.FORMAT + "\n"));
    }
}
