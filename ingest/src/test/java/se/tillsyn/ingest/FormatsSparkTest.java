package se.tillsyn.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.ingest.layout.Layout;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.report.FileReport;
import se.tillsyn.ingest.report.IngestReport;
import se.tillsyn.ingest.report.ReportSchema;
import se.tillsyn.ingest.source.SourceForm;
import se.tillsyn.ingest.source.SourceFormat;
import se.tillsyn.ingest.store.Store;

@Tag("spark")
@ExtendWith(SharedSpark.class)
class FormatsSparkTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-30T12:00:00Z"), ZoneOffset.UTC);

    private static final String OBJECT =
            "{\"finding_id\":\"%s\",\"inspection_id\":\"V-1\",\"inspected_on\":\"2021-03-04\",\"programme\":\"HIQA-DISABILITY\","
                    + "\"selection_basis\":\"ANNOUNCED\",\"office\":\"HIQA\",\"region_code\":\"IE-CO\","
                    + "\"operation_type\":\"DISABILITY_CENTRE\",\"unit_id\":\"U-7\",\"age_group\":\"ALL\",\"topic\":\"REG-05\","
                    + "\"observed_unit\":\"JUDGEMENT\",\"evidence\":\"INSPECTION\",\"outcome\":\"DEFICIENT\","
                    + "\"cases_assessed\":26,\"cases_deficient\":7}";

    @TempDir
    Path folder = Path.of(".");

    @Test
    void theSameRowsInAnotherFormatAddNothing(SparkSession spark) throws IOException {
        assertEquals(
                2,
                run(spark, new ContractRows().row("A").row("B").write(folder.resolve("a.csv")))
                        .loaded());
        String both = String.format(OBJECT, "A") + "\n" + String.format(OBJECT, "B") + "\n";
        Path packed = folder.resolve("again.csv");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(both.getBytes(StandardCharsets.UTF_8));
        }
        IngestReport report = run(spark, packed);
        assertEquals(0, report.loaded());
        assertEquals(
                List.of("DUPLICATE_OF_BATCH"),
                report.files().get(0).rules().stream()
                        .map(tally -> tally.rule())
                        .toList());
        assertEquals(2, report.quarantined());
        assertEquals(
                new SourceForm(SourceFormat.NDJSON, true), report.files().get(0).readAs());
    }

    @Test
    void aFileOfAnotherKindIsRefusedAndTheOthersAreLoaded(SparkSession spark) throws IOException {
        new ContractRows().row("A").write(folder.resolve("in/a.csv"));
        Files.write(folder.resolve("in/b.csv"), new byte[] {'P', 'K', 3, 4, 0, 0});
        Files.writeString(folder.resolve("in/c.csv"), "[" + String.format(OBJECT, "C") + ", 1]");
        IngestReport report = run(spark, folder.resolve("in"));
        assertEquals(4, report.exitCode());
        assertEquals(
                List.of(FileReport.Status.LOADED, FileReport.Status.REFUSED, FileReport.Status.REFUSED),
                report.files().stream().map(FileReport::status).toList());
        assertEquals(
                Arrays.asList(new SourceForm(SourceFormat.CSV, false), null, new SourceForm(SourceFormat.JSON, false)),
                report.files().stream().map(FileReport::readAs).toList());
        assertEquals(
                List.of(List.of(), List.of("FOREIGN_TYPE"), List.of("JSON_NOT_OBJECT")),
                report.files().stream()
                        .map(file -> file.refusal().stream()
                                .map(FileReport.Reason::rule)
                                .toList())
                        .toList());
        ReportSchema.assertValid(report.toJson());
        assertEquals(
                1,
                new Store(folder.resolve("home"))
                        .batches()
                        .get(0)
                        .manifest()
                        .rows()
                        .loaded());
    }

    private IngestReport run(SparkSession spark, Path path) throws IOException {
        Profile profile = Profile.load(ContractRows.PROFILE.toString());
        return new IngestJob(spark, CLOCK, "test", stage -> {})
                .run(new IngestSettings(folder.resolve("home"), profile, Layout.contract(), List.of(path)));
    }
}
