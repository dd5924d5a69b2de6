package se.tillsyn.web.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.web.dataset.Dataset;
import se.tillsyn.web.dataset.Datasets;
import se.tillsyn.web.language.Language;
import se.tillsyn.web.release.ReleaseTables;
import se.tillsyn.web.release.SmallRelease;

/** What a workbook says of itself, and that it is the same bytes whenever it is written. */
final class XlsxTest {

    @TempDir
    private static Path home;

    private static Dataset rates;

    @BeforeAll
    static void publish() throws IOException {
        String id = SmallRelease.publish(home, 1);
        rates = new Datasets(ReleaseTables.of(
                        ReleaseFolder.open(home.resolve("releases").resolve(id))))
                .find("rates")
                .orElseThrow();
    }

    private static byte[] workbook(Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OutputFormat.XLSX.write(rates.usual(), FormatOptions.of(language, "http://localhost/api/v2", ""), out);
        return out.toByteArray();
    }

    private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void namesTitleLanguageAndTimeOfTheRelease(Language language) throws Exception {
        Map<String, byte[]> parts = parts(workbook(language));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document core = factory.newDocumentBuilder().parse(new ByteArrayInputStream(parts.get("docProps/core.xml")));
        List<String> found = new ArrayList<>();
        for (String name : List.of("language", "creator", "title")) {
            found.add(core.getElementsByTagNameNS("http://purl.org/dc/elements/1.1/", name)
                    .item(0)
                    .getTextContent());
        }
        assertThat(found.subList(0, 2))
                .containsExactly(language.code(), language.of(rates.release().publisher()));
        assertThat(found.get(2)).startsWith(language.of(rates.title()));
        assertThat(core.getElementsByTagNameNS("http://purl.org/dc/terms/", "created")
                        .item(0)
                        .getTextContent())
                .isEqualTo(rates.release().publishedAt());
        assertThat(parts).containsKeys("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet4.xml");
    }

    @Test
    void isTheSameBytesEachTime() throws Exception {
        byte[] first = workbook(Language.SV);
        // The present time is in seconds where a writer puts it into the file.
        Thread.sleep(1_100);
        assertThat(workbook(Language.SV)).isEqualTo(first);
    }

    private static WorkbookProperties properties() {
        return new WorkbookProperties("a", "b", "c", Language.SV, "000001-0", Instant.parse("2026-11-02T07:00:00Z"));
    }

    @Test
    void passesRowsOnAsTheyCome() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> sent = new ArrayList<>();
        try (WorkbookFile workbook = new WorkbookFile(properties())) {
            workbook.table("T", "Data", List.of("text", "number"), 60_000, rows -> {
                for (int row = 0; row < 60_000; row++) {
                    rows.next();
                    rows.put("one text");
                    rows.put(row * 7919 % 100_003);
                    if (row % 10_000 == 9_999) {
                        sent.add(out.size());
                    }
                }
            });
            workbook.writeTo(out);
        }
        assertThat(sent).hasSize(6).isSorted().doesNotHaveDuplicates();
        int last = sent.get(5);
        assertThat(out.size() - last).as("held back").isLessThan(last / 10);
    }

    /** A reader who goes away in the midst must not keep a thread busy for ever. */
    @Test
    void endsWhenTheReaderIsGone() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        writeTable(whole);
        assertThat(whole.size()).isGreaterThan(20_000);
        for (int taken = 0; taken < whole.size(); taken += 97) {
            OutputStream leaving = new Leaving(taken);
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(30), () -> assertThatThrownBy(() -> writeTable(leaving))
                            .isInstanceOf(IOException.class)
                            .hasMessage("gone"));
        }
    }

    private static void writeTable(OutputStream out) throws IOException {
        try (WorkbookFile workbook = new WorkbookFile(properties())) {
            workbook.column("First", List.of("a", "b"));
            workbook.table("T", "Data", List.of("text", "number"), 2_000, rows -> {
                for (int row = 0; row < 2_000; row++) {
                    rows.next();
                    rows.put("text " + row * 7919 % 1_003);
                    rows.put(row * 7919 % 100_003);
                }
            });
            workbook.writeTo(out);
        }
    }

    /** Takes so many bytes and no more. */
    private static final class Leaving extends OutputStream {

        private int left;

        Leaving(int taken) {
            this.left = taken;
        }

        @Override
        public void write(int letter) throws IOException {
            write(new byte[1], 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw new IOException("gone");
            }
        }
    }

    @Test
    void writesAnyText() throws Exception {
        String odd = " <&> \"'\u0001\tå\uD83D\uDE00 ";
        String read = odd.replace('\u0001', '?');
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookFile workbook = new WorkbookFile(properties())) {
            workbook.column("First & last", List.of(odd, "second"));
            workbook.table("T", "Data", List.of("<h>"), 1, rows -> {
                rows.next();
                rows.put(odd);
            });
            workbook.writeTo(out);
        }
        try (ReadableWorkbook file = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Sheet> sheets = file.getSheets().toList();
            assertThat(sheets.get(0).getName()).isEqualTo("First & last");
            assertThat(sheets.get(0).read().get(0).getCellText(0)).isEqualTo(read);
            assertThat(sheets.get(1).read().get(0).getCellText(0)).isEqualTo("<h>");
            assertThat(sheets.get(1).read().get(1).getCellText(0)).isEqualTo(read);
        }
        assertThat(new String(parts(out.toByteArray()).get("xl/tables/table1.xml"), StandardCharsets.UTF_8))
                .contains("name=\"&lt;h", "ref=\"A1:A2\"");
    }
}
