package se.tillsyn.ingest.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.BatchManifest;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was loaded when.
 *
 * @param format version of this description
 * @param batches oldest first
 */
public record BatchList(int format, List<Entry> batches) {

    /** Version of the description written now. */
    public static final int FORMAT = 1;

    private static final List<String> HEADS = List.of(
            "Seq",
            "Batch",
            "Loaded at (UTC)",
            "Files",
            "Read",
            "Loaded",
            "Quarantined",
            "Revisions",
            "Profile",
            "Layout",
            "Manifest");

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    public BatchList {
        batches = List.copyOf(batches);
    }

    /**
     * One batch.
     *
     * @param sequence place in the order of batches; what {@code --as-of} names
     * @param batch identifier
     * @param loadedAt UTC instant, ISO 8601
     * @param codeVersion version of the program that loaded it
     * @param profile profile that its rows were read with
     * @param layouts layouts that its files were read with, each once
     * @param synthetic whether any row belongs to a synthetic programme
     * @param rows read = loaded + quarantined
     * @param revisions rows loaded that have revision 2 or more or are withdrawn
     * @param bytes size of its source files
     * @param manifestSha256 hash of its manifest, which holds the hashes of all else
     * @param files its source files
     */
    public record Entry(
            int sequence,
            String batch,
            String loadedAt,
            String codeVersion,
            BatchManifest.ProfileVersion profile,
            List<String> layouts,
            boolean synthetic,
            BatchManifest.RowCounts rows,
            int revisions,
            long bytes,
            String manifestSha256,
            List<BatchManifest.Input> files) {

        public Entry {
            layouts = List.copyOf(layouts);
            files = List.copyOf(files);
        }

        private List<String> cells() {
            return List.of(
                    Integer.toString(sequence),
                    batch + (synthetic ? " (synthetic)" : ""),
                    loadedAt,
                    Integer.toString(files.size()),
                    Long.toString(rows.read()),
                    Long.toString(rows.loaded()),
                    Long.toString(rows.quarantined()),
                    Integer.toString(revisions),
                    profile.id() + " v" + profile.version(),
                    String.join(", ", layouts),
                    manifestSha256.substring(0, ContentHash.SHORT_LENGTH));
        }
    }

    /**
     * Lists batches.
     *
     * @throws IOException when a manifest cannot be read
     */
    public static BatchList of(List<Batch> batches) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Batch batch : batches) {
            BatchManifest manifest = batch.manifest();
            entries.add(new Entry(
                    manifest.sequence(),
                    manifest.batch(),
                    manifest.loadedAt(),
                    manifest.codeVersion(),
                    manifest.profile(),
                    manifest.inputs().stream()
                            .map(BatchManifest.Input::layout)
                            .distinct()
                            .sorted()
                            .toList(),
                    manifest.synthetic(),
                    manifest.rows(),
                    manifest.revisions(),
                    manifest.inputs().stream()
                            .mapToLong(BatchManifest.Input::bytes)
                            .sum(),
                    ContentHash.of(batch.folder().manifest()),
                    manifest.inputs()));
        }
        return new BatchList(FORMAT, entries);
    }

    public String toJson() {
        return JSON.writeValueAsString(this);
    }

    /** One line per batch. */
    public String table() {
        return lines(false);
    }

    /** One line per batch and below it one per source file. */
    public String tableWithFiles() {
        return lines(true);
    }

    private String lines(boolean withFiles) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADS));
        batches.forEach(entry -> rows.add(entry.cells()));
        int[] widths = new int[HEADS.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            line(out, rows.get(i), widths);
            if (withFiles && i > 0) {
                batches.get(i - 1).files().forEach(file -> line(out, file));
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            boolean number = i == 0 || (i >= 3 && i <= 7);
            String blanks = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : "  ").append(number ? blanks + cells.get(i) : cells.get(i) + blanks);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private static void line(StringBuilder out, BatchManifest.Input file) {
        out.append(String.format(
                Locale.ROOT,
                "     sha256 %s  %d bytes  read %d, loaded %d, quarantined %d  %s  %s\n",
                file.sha256(),
                file.bytes(),
                file.rows().read(),
                file.rows().loaded(),
                file.rows().quarantined(),
                file.layout(),
                ReportText.printable(file.name())));
    }
}
