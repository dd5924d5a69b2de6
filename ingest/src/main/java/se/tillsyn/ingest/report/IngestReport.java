package se.tillsyn.ingest.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The account of one run, {@code report.json}; its schema is {@code schemas/ingest-report.schema.json}. Every file and
 * every broken rule of it is listed; places of a rule and reasons of a refusal are capped beside their true totals. So it
 * grows with files and rules, never with rows.
 *
 * @param format version of this description
 * @param program version of the program
 * @param startedAt UTC instant, ISO 8601
 * @param elapsedMillis time from the start of the run to the report
 * @param batch batch that was added; {@code null} = none
 * @param profile profile that the rows were read with
 * @param layout layout that the files were read with
 * @param exitCode what the command ends with
 * @param fileCounts how many files met which fate
 * @param bytes size of the files that were read to their end
 * @param read findings read of all files
 * @param loaded findings loaded
 * @param quarantined findings not loaded
 * @param files in the order given
 */
public record IngestReport(
        int format,
        String program,
        String startedAt,
        long elapsedMillis,
        @Nullable String batch,
        String profile,
        String layout,
        int exitCode,
        FileCounts fileCounts,
        long bytes,
        long read,
        long loaded,
        long quarantined,
        List<FileReport> files) {

    /** Version of the description written now. */
    public static final int FORMAT = 2;

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    public IngestReport {
        files = List.copyOf(files);
    }

    /**
     * What is known of a run before any file is.
     *
     * @param program version of the program
     * @param startedAt UTC instant, ISO 8601
     * @param elapsedMillis 0 or more
     * @param profile profile that the rows were read with
     * @param layout layout that the files were read with
     */
    public record Run(String program, String startedAt, long elapsedMillis, String profile, String layout) {
        public Run {
            if (elapsedMillis < 0) {
                throw new IllegalArgumentException("expected an elapsed time of 0 or more");
            }
        }
    }

    /** How many files met which fate; together all files. */
    public record FileCounts(long loaded, long quarantined, long refused, long sameContent, long skipped) {

        static FileCounts of(List<FileReport> files) {
            return new FileCounts(
                    count(files, FileReport.Status.LOADED),
                    count(files, FileReport.Status.QUARANTINED),
                    count(files, FileReport.Status.REFUSED),
                    count(files, FileReport.Status.SAME_CONTENT),
                    count(files, FileReport.Status.SKIPPED));
        }

        private static long count(List<FileReport> files, FileReport.Status status) {
            return files.stream().filter(file -> file.status() == status).count();
        }

        long of(FileReport.Status status) {
            return switch (status) {
                case LOADED -> loaded;
                case QUARANTINED -> quarantined;
                case REFUSED -> refused;
                case SAME_CONTENT -> sameContent;
                case SKIPPED -> skipped;
            };
        }
    }

    /** The report with the totals of its files. */
    public static IngestReport of(Run run, @Nullable String batch, List<FileReport> files) {
        FileCounts counts = FileCounts.of(files);
        long quarantined = files.stream().mapToLong(FileReport::quarantined).sum();
        return new IngestReport(
                FORMAT,
                run.program(),
                run.startedAt(),
                run.elapsedMillis(),
                batch,
                run.profile(),
                run.layout(),
                counts.refused() > 0 ? 4 : quarantined > 0 ? 3 : 0,
                counts,
                files.stream().mapToLong(FileReport::bytes).sum(),
                files.stream().mapToLong(FileReport::read).sum(),
                files.stream().mapToLong(FileReport::loaded).sum(),
                quarantined,
                files);
    }

    public byte[] toJson() {
        return JSON.writeValueAsBytes(this);
    }
}
