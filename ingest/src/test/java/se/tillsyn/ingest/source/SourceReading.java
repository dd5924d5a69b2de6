package se.tillsyn.ingest.source;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import se.tillsyn.ingest.ContractRows;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.layout.Layout;

/**
 * One reading of a content: the rows that it gave.
 *
 * @param rows texts by column of the contract
 * @param lines where each record stands
 * @param summary what was read
 */
record SourceReading(List<List<String>> rows, List<Long> lines, SourceSummary summary) {

    /** Planted in cells and headers; no message may hold it. */
    static final String MARKER = "Zqx7MarkerKyw";

    static SourceReading of(byte[] content) throws IOException, RefusedFileException {
        return of(content, Layout.contract());
    }

    static SourceReading of(byte[] content, Layout layout) throws IOException, RefusedFileException {
        // The name says nothing true: the content alone may count.
        Path file = Files.createTempFile("reading", ".xlsx");
        try {
            Files.write(file, content);
            return of(file, layout);
        } finally {
            Files.delete(file);
        }
    }

    static SourceReading of(Path file, Layout layout) throws IOException, RefusedFileException {
        List<List<String>> rows = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        SourceSummary summary = FindingSource.read(file, layout, row -> {
            rows.add(IntStream.range(0, FindingColumns.ORDER.size())
                    .mapToObj(row::text)
                    .toList());
            lines.add(row.line());
        });
        return new SourceReading(rows, lines, summary);
    }

    /** The reasons why a content is refused, none of which holds anything of it. */
    static List<FileDefect> refused(byte[] content) {
        return refused(content, Layout.contract());
    }

    static List<FileDefect> refused(byte[] content, Layout layout) {
        RefusedFileException e = assertThrows(RefusedFileException.class, () -> of(content, layout));
        assertSilent(e);
        return e.defects();
    }

    /** Each message says something in both languages, has no place left to fill, and quotes nothing. */
    static void assertSilent(RefusedFileException e) {
        assertTrue(e.total() >= e.defects().size());
        for (FileDefect defect : e.defects()) {
            for (String text : List.of(defect.message().sv(), defect.message().en(), String.valueOf(e.getMessage()))) {
                assertFalse(text.isBlank());
                assertFalse(text.contains("{") || text.contains("}"), text);
                assertFalse(text.contains(MARKER), text);
            }
        }
        assertTrue(e.getCause() == null, "a cause may quote");
    }

    static List<FileRule> rules(List<FileDefect> defects) {
        return defects.stream().map(FileDefect::rule).toList();
    }

    /** Valid rows of the contract with every optional column used somewhere. */
    static List<String[]> rowsOfEveryKind(int n) {
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            rows.add(
                    switch (i % 4) {
                        case 0 -> ContractRows.texts("F-" + i, "unit_id", "U-" + i % 7);
                        case 1 ->
                            ContractRows.texts(
                                    "F-" + i,
                                    "value",
                                    i % 100 + ".25",
                                    "value_unit",
                                    "DAYS",
                                    "censored",
                                    "true",
                                    "unit_id",
                                    "");
                        case 2 ->
                            ContractRows.texts(
                                    "F-" + i,
                                    "followed_up_on",
                                    "2022-05-06",
                                    "demand",
                                    "true",
                                    "remedied",
                                    "false",
                                    "eligible",
                                    "40");
                        default ->
                            ContractRows.texts(
                                    "F-" + i,
                                    "value_low",
                                    "9",
                                    "value_high",
                                    "16",
                                    "cases_assessed",
                                    "",
                                    "revision",
                                    "2");
                    });
        }
        return rows;
    }
}
