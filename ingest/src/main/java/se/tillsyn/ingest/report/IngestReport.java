package se.tillsyn.ingest.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The account of one run, {@code report.json}.
 *
 * @param format version of this description
 * @param batch batch that was added; {@code null} = none
 * @param profile profile that the rows were read with
 * @param layout layout that the files were read with
 * @param files in the order given
 * @param read findings read of all files
 * @param loaded findings loaded
 * @param quarantined findings not loaded
 */
public record IngestReport(
        int format,
        @Nullable String batch,
        String profile,
        String layout,
        List<FileReport> files,
        long read,
        long loaded,
        long quarantined) {

    /** Version of the description written now. */
    public static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    public IngestReport {
        files = List.copyOf(files);
    }

    /** The report with the totals of its files. */
    public static IngestReport of(@Nullable String batch, String profile, String layout, List<FileReport> files) {
        return new IngestReport(
                FORMAT,
                batch,
                profile,
                layout,
                files,
                files.stream().mapToLong(FileReport::read).sum(),
                files.stream().mapToLong(FileReport::loaded).sum(),
                files.stream().mapToLong(FileReport::quarantined).sum());
    }

    /** 0 all loaded, 3 rows quarantined, 4 a file refused. */
    public int exitCode() {
        if (files.stream().anyMatch(file -> file.status() == FileReport.Status.REFUSED)) {
            return 4;
        }
        return quarantined > 0 ? 3 : 0;
    }

    public byte[] toJson() {
        return JSON.writeValueAsBytes(this);
    }
}
