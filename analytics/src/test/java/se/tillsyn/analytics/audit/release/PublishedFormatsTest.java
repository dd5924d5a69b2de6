package se.tillsyn.analytics.audit.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.tillsyn.analytics.audit.release.HandMadeRelease.shown;
import static se.tillsyn.analytics.audit.release.HandMadeRelease.withheld;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one published file tells and another withholds. */
class PublishedFormatsTest {

    private static final String COUNTIES = "rates_county";
    private static final String HEADER = "table,topic,region,period,age_group,operation_type,office,statement,column,"
            + "before,after,kind,reason\r\n";

    @TempDir
    private Path folder;

    /** The nation's 300 files in counties that are withheld: much room for each. */
    private Path safe(String id, int deficient) throws IOException {
        return new HandMadeRelease(folder.resolve(id))
                .with("rates_nation", shown("00", deficient, 300))
                .with(COUNTIES, withheld("01"), withheld("02"))
                .write();
    }

    private Path safe() throws IOException {
        return safe("000001-aaaaaaaaaaaa", 100);
    }

    private static Set<String> found(Path release, Path... earlier) throws IOException {
        return ReleaseAudit.of(release, List.of(earlier), HandMadeRelease.THRESHOLDS).report().breaches().stream()
                .map(breach -> String.join(" ", breach.kind().name(), breach.table(), breach.region(), breach.detail()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Semicolons, decimal commas and a byte order mark, as the standard CSV otherwise. */
    private static void writeExcel(Path release) throws IOException {
        Files.createDirectories(release.resolve("excel-sv"));
        for (String table : List.of("rates_nation", COUNTIES)) {
            String csv = Files.readString(release.resolve("tables/" + table + ".csv"));
            Files.writeString(
                    release.resolve("excel-sv/" + table + ".excel-sv.csv"),
                    '\uFEFF' + csv.replace(',', ';').replace('.', ','));
        }
    }

    private static void replace(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.contains(from), () -> "expected " + from);
        Files.writeString(file, text.replaceFirst(Pattern.quote(from), to));
    }

    @Test
    void formatsThatSayTheSameAreSafe() throws IOException {
        Path release = safe();
        writeExcel(release);
        assertEquals(Set.of(), found(release));
    }

    @Test
    void aWithheldNumberInTheFileForExcelIsFound() throws IOException {
        Path release = safe();
        writeExcel(release);
        replace(
                release.resolve("excel-sv/rates_county.excel-sv.csv"),
                "T;01;2020;TOTAL;TOTAL;;",
                "T;01;2020;TOTAL;TOTAL;7;");
        assertEquals(Set.of("FORMATS_DIFFER rates_county 01 cases_assessed"), found(release));
    }

    @Test
    void aTableThatIsMissingForExcelIsFound() throws IOException {
        Path release = safe();
        writeExcel(release);
        Files.delete(release.resolve("excel-sv/rates_county.excel-sv.csv"));
        assertEquals(
                Set.of("FORMATS_DIFFER rates_county  expected the table in every format, found some of them"),
                found(release));
    }

    @Test
    void aFurtherRowOrFileForExcelIsFound() throws IOException {
        Path release = safe();
        writeExcel(release);
        Path excel = release.resolve("excel-sv/rates_county.excel-sv.csv");
        Files.writeString(excel, Files.readString(excel) + "T;03;2020;TOTAL;TOTAL;9;1;;;;;\r\n");
        Files.writeString(release.resolve("excel-sv/files.excel-sv.csv"), "topic\r\n");
        assertEquals(
                Set.of(
                        "FORMATS_DIFFER rates_county  expected as many rows as in CSV",
                        "FORMATS_DIFFER files.excel-sv.csv  expected a table of the release, found another file"),
                found(release));
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "-300", "3e2", "99999999999999999999"})
    void aFieldThatIsNoNumberIsNamedAndEndsNothing(String field) throws IOException {
        Path release = safe();
        replace(release.resolve("tables/rates_nation.csv"), ",300,", "," + field + ",");
        Set<String> found = found(release);
        assertTrue(found.contains("MALFORMED rates_nation 00 cases_assessed"), found::toString);
    }

    @Test
    void aStatusThatIsNoneIsNamed() throws IOException {
        Path release = safe();
        replace(release.resolve("tables/rates_county.csv"), ",c,", ",q,");
        assertTrue(found(release).contains("MALFORMED rates_county 01 case_status"));
    }

    @Test
    void aRowOfOtherLengthIsNamed() throws IOException {
        Path release = safe();
        replace(release.resolve("tables/rates_county.csv"), "T,02,2020", "T,02,2020,2020");
        assertTrue(found(release).contains("MALFORMED rates_county  expected as many fields as columns"));
    }

    @Test
    void aFileThatIsNoCsvIsNamed() throws IOException {
        Path release = safe();
        Files.writeString(release.resolve("tables/rates_county.csv"), "topic,region\r\n\"T,01\r\n");
        assertTrue(found(release).contains("MALFORMED rates_county  expected as many fields as columns"));
    }

    private Path changed(String... rows) throws IOException {
        Path release = safe("000002-bbbbbbbbbbbb", 105);
        Files.writeString(release.resolve("changes.csv"), HEADER + String.join("\r\n", rows) + "\r\n");
        return release;
    }

    private static final String NATION = "rates_nation,T,00,2020,TOTAL,TOTAL,,,cases_deficient,";

    /** The nation had 100 deficient files and has 105. */
    @Test
    void changesOfPublishedNumbersAreSafe() throws IOException {
        assertEquals(Set.of(), found(changed(NATION + "100,105,CHANGED,1:+5"), safe()));
    }

    @Test
    void aChangeToAnotherNumberThanPublishedIsFound() throws IOException {
        assertEquals(
                Set.of("FORMATS_DIFFER changes 00 cases_deficient"),
                found(changed(NATION + "100,106,CHANGED,1:+5"), safe()));
    }

    @Test
    void aChangeFromAnotherNumberThanPublishedIsFound() throws IOException {
        assertEquals(
                Set.of("FORMATS_DIFFER changes 00 cases_deficient"),
                found(changed(NATION + "99,105,CHANGED,1:+5"), safe()));
    }

    @Test
    void aNumberOfACellThatIsWithheldNowIsFound() throws IOException {
        Path before = new HandMadeRelease(folder.resolve("000001-aaaaaaaaaaaa"))
                .with("rates_nation", shown("00", 100, 300))
                .with(COUNTIES, shown("01", 60, 200), shown("02", 40, 100))
                .write();
        Set<String> found =
                found(changed("rates_county,T,01,2020,TOTAL,TOTAL,,,cases_deficient,60,,NOW_WITHHELD,1:+5"), before);
        assertTrue(found.contains("BUNDLE_NOT_WHOLE changes 01 cases_deficient"), found::toString);
    }

    @Test
    void aNumberOfARowThatNoTableHasIsFound() throws IOException {
        assertEquals(
                Set.of("FORMATS_DIFFER changes 03 cases_deficient"),
                found(changed("rates_county,T,03,2020,TOTAL,TOTAL,,,cases_deficient,,4,NEW,1:+5"), safe()));
    }

    /** The same rows, written with the library's own settings: these add statistics and indexes of pages. */
    private Path rewritten(Path release) throws IOException {
        Path parquet = release.resolve("tables/rates_nation.parquet");
        Path other = folder.resolve("other.parquet");
        try (ParquetReader<Group> rows = new GroupReader(new LocalInputFile(parquet)).build()) {
            Group row = rows.read();
            try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(other))
                    .withConf(new PlainParquetConfiguration())
                    .withType((MessageType) row.getType())
                    .build()) {
                for (; row != null; row = rows.read()) {
                    writer.write(row);
                }
            }
        }
        return Files.move(other, parquet, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void anIndexOfPagesIsFound() throws IOException {
        Path release = safe();
        rewritten(release);
        Set<String> found = found(release);
        assertTrue(found.contains("TRACE_IN_FILE rates_nation  index or filter of cases_assessed"), found::toString);
        assertFalse(found.contains("TRACE_IN_FILE rates_nation  statistics of cases_assessed"), found::toString);
    }

    /** The footer's statistics are made to say that a row has 301 files; no row has. */
    @Test
    void aValueInStatisticsThatNoRowHasIsFound() throws IOException {
        Path release = safe();
        Path parquet = rewritten(release);
        byte[] bytes = Files.readAllBytes(parquet);
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int footer = bytes.length - 8 - file.getInt(bytes.length - 8);
        int replaced = 0;
        for (int at = footer; at < bytes.length - 12; at++) {
            if (file.getInt(at) == 300) {
                file.putInt(at, 301);
                replaced++;
            }
        }
        assertTrue(replaced > 0);
        Files.write(parquet, bytes);
        Set<String> found = found(release);
        assertTrue(found.contains("TRACE_IN_FILE rates_nation  statistics of cases_assessed"), found::toString);
        assertFalse(found.contains("TRACE_IN_FILE rates_nation  statistics of cases_deficient"), found::toString);
    }

    private static final class GroupReader extends ParquetReader.Builder<Group> {
        GroupReader(InputFile file) {
            super(file, new PlainParquetConfiguration());
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }

    @Test
    void theFileForExcelMayBeReadWithoutItsMark() throws IOException {
        Path release = safe();
        writeExcel(release);
        Path excel = release.resolve("excel-sv/rates_county.excel-sv.csv");
        Files.writeString(excel, Files.readString(excel).substring(1), StandardCharsets.UTF_8);
        assertEquals(Set.of(), found(release));
    }
}
