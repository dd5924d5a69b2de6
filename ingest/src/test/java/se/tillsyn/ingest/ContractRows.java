package se.tillsyn.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.tillsyn.ingest.finding.FindingColumns;

/** Small files in the contract's own form, in the codes of the Irish test profile. */
public final class ContractRows {

    public static final Path PROFILE = Path.of("src", "test", "resources", "profiles", "ireland");

    private final List<String> lines = new ArrayList<>(List.of(String.join(",", FindingColumns.ORDER)));

    /** Texts of a row that breaks no rule; {@code changes} are pairs of column and text. */
    public static String[] texts(String id, String... changes) {
        String[] texts = new String[FindingColumns.ORDER.size()];
        java.util.Arrays.fill(texts, "");
        String[] start = {
            id,
            "1",
            "false",
            "V-1",
            "2021-03-04",
            "HIQA-DISABILITY",
            "ANNOUNCED",
            "HIQA",
            "IE-CO",
            "DISABILITY_CENTRE",
            "U-7",
            "ALL",
            "REG-05",
            "JUDGEMENT",
            "INSPECTION",
            "DEFICIENT",
            "26",
            "7"
        };
        System.arraycopy(start, 0, texts, 0, start.length);
        for (int i = 0; i < changes.length; i += 2) {
            texts[FindingColumns.indexOf(changes[i])] = changes[i + 1];
        }
        return texts;
    }

    public ContractRows row(String id, String... changes) {
        lines.add(String.join(",", texts(id, changes)));
        return this;
    }

    /** Valid rows {@code prefix-1} to {@code prefix-n}. */
    public ContractRows rows(String prefix, int n) {
        for (int i = 1; i <= n; i++) {
            row(prefix + "-" + i, "unit_id", "U-" + i % 50, "cases_assessed", Integer.toString(8 + i % 40));
        }
        return this;
    }

    public ContractRows line(String line) {
        lines.add(line);
        return this;
    }

    public Path write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }
}
