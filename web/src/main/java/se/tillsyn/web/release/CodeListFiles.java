package se.tillsyn.web.release;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;

/** Reads {@code codelists/*.csv} of a release. */
final class CodeListFiles {

    private final ReleaseFolder release;

    CodeListFiles(ReleaseFolder release) {
        this.release = release;
    }

    ReleaseCodes read() throws IOException {
        return new ReleaseCodes(
                list("regions", CodeListFiles::region),
                list("topics", CodeListFiles::topic),
                named("topic_groups"),
                named("age_groups"),
                named("operation_types"),
                named("observed_units"),
                named("evidence"),
                named("selection_bases"),
                named("programmes"),
                named("value_units"));
    }

    private CodeList<Code.Named> named(String name) throws IOException {
        return list(name, row -> new Code.Named(row.getField("code"), text(row, "name"), text(row, "note")));
    }

    private <C extends Code> CodeList<C> list(String name, Function<NamedCsvRecord, C> entry) throws IOException {
        Path file = release.file(ReleaseLayout.codeList(name));
        List<C> entries = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                entries.add(entry.apply(row));
            }
        }
        return new CodeList<>(entries);
    }

    private static Region region(NamedCsvRecord row) {
        return new Region(
                row.getField("code"),
                text(row, "name"),
                row.getField("level"),
                row.getField("parent"),
                optional(row, "successor"));
    }

    private static Topic topic(NamedCsvRecord row) {
        return new Topic(
                row.getField("code"),
                text(row, "name"),
                row.getField("group"),
                row.getField("measure"),
                optional(row, "polarity"),
                row.getField("observed_unit"),
                optional(row, "evidence"),
                optional(row, "law"),
                optional(row, "law_valid_to"),
                optional(row, "law_status"),
                optional(row, "break_on"),
                text(row, "definition"));
    }

    private static LocalText text(NamedCsvRecord row, String column) {
        return new LocalText(optional(row, column + "_sv"), optional(row, column + "_en"));
    }

    private static String optional(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("");
    }
}
