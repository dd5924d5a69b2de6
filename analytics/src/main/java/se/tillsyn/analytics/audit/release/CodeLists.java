package se.tillsyn.analytics.audit.release;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.tillsyn.analytics.release.ReleaseLayout;

/** The release's code lists as they stand in its files. */
final class CodeLists {

    private CodeLists() {}

    /** Entries of a list, each by column. */
    static List<Map<String, String>> read(Path release, String name) throws IOException {
        List<Map<String, String>> entries = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(release.resolve(ReleaseLayout.codeList(name)))) {
            for (NamedCsvRecord row : rows) {
                entries.add(row.getFieldsAsMap());
            }
        }
        return entries;
    }

    /** @throws IOException when the list lacks the column */
    static String field(Map<String, String> entry, String column, String list) throws IOException {
        String value = entry.get(column);
        if (value == null) {
            throw new IOException("Audit, file " + ReleaseLayout.codeList(list) + ": expected the column " + column
                    + ", found none. The release cannot be audited; verify it or make it again.");
        }
        return value;
    }
}
