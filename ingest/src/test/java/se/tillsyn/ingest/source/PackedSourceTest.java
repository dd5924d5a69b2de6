package se.tillsyn.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static se.tillsyn.ingest.source.SourceForms.bytes;
import static se.tillsyn.ingest.source.SourceForms.gzip;
import static se.tillsyn.ingest.source.SourceReading.refused;
import static se.tillsyn.ingest.source.SourceReading.rules;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fault 16: packed files, and files that are none of the formats. */
class PackedSourceTest {

    private static final List<String[]> ROWS = SourceReading.rowsOfEveryKind(40);
    private static final byte[] CSV = SourceForms.csv(ROWS);

    @Test
    void fault16_aCutGzipIsRefusedWhereverItIsCut() {
        byte[] packed = gzip(CSV);
        for (int length = 2; length < packed.length; length += length < 20 || length > packed.length - 12 ? 1 : 37) {
            assertEquals(List.of(FileRule.GZIP_CUT), rules(refused(Arrays.copyOf(packed, length))), "cut at " + length);
        }
    }

    @Test
    void fault16_aWrongChecksumOrLengthIsRefused() {
        for (int fromEnd = 1; fromEnd <= 8; fromEnd++) {
            byte[] packed = gzip(CSV);
            packed[packed.length - fromEnd] ^= 1;
            assertEquals(List.of(FileRule.GZIP_DAMAGED), rules(refused(packed)));
        }
    }

    @Test
    void fault16_bytesAfterTheEndAreRefused() {
        for (String garbage : List.of("\0", "x", "\0\0\0\0\0\0\0\0", "\u001f", "\u001f\u008b", "PK")) {
            byte[] all = join(gzip(CSV), garbage.getBytes(StandardCharsets.ISO_8859_1));
            FileRule rule = refused(all).get(0).rule();
            assertEquals(garbage.startsWith("\u001f") ? FileRule.GZIP_CUT : FileRule.GZIP_TRAILING, rule);
        }
    }

    @Test
    void fault16_twoMembersAreOneText() throws Exception {
        int middle = CSV.length / 2;
        byte[] two = join(gzip(Arrays.copyOf(CSV, middle)), gzip(Arrays.copyOfRange(CSV, middle, CSV.length)));
        SourceReading reading = SourceReading.of(join(two, gzip(new byte[0])));
        assertEquals(ROWS.stream().map(Arrays::asList).toList(), reading.rows());
        // Two whole files in one show themselves by the second header.
        List<FileDefect> defects = refused(join(gzip(CSV), gzip(CSV)));
        assertEquals(List.of(FileRule.HEADER_AGAIN), rules(defects));
        assertEquals(ROWS.size() + 2, defects.get(0).line());
    }

    @Test
    void fault16_namesAndCommentsInTheHeaderArePassedOver() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {0x1f, (byte) 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 0, 3, 0, 1, 2, 3});
        out.write("name.csv\0comment\0".getBytes(StandardCharsets.ISO_8859_1));
        out.write(new byte[] {0, 0});
        out.write(member(CSV));
        assertEquals(ROWS.size(), SourceReading.of(out.toByteArray()).rows().size());
        assertEquals(
                List.of(FileRule.GZIP_CUT),
                rules(refused(new byte[] {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 0, 'a', 'b'})));
        assertEquals(
                List.of(FileRule.GZIP_DAMAGED),
                rules(refused(new byte[] {0x1f, (byte) 0x8b, 7, 8, 0, 0, 0, 0, 0, 0, 'a', 'b'})));
    }

    @Test
    void fault16_gzipInGzipIsRefused() {
        assertEquals(List.of(FileRule.PACKED_TWICE), rules(refused(gzip(gzip(CSV)))));
    }

    @Test
    void fault16_aBombIsRefusedBeforeItIsUnpacked() {
        byte[] block = new byte[1 << 20];
        byte[] row = bytes(String.join(",", ROWS.get(0)) + "\n");
        for (int i = 0; i < block.length; i++) {
            block[i] = row[i % row.length];
        }
        byte[] head = bytes(
                new String(CSV, StandardCharsets.UTF_8).lines().findFirst().orElseThrow() + "\n");
        byte[] bomb = head;
        for (int i = 0; i < 24; i++) {
            bomb = join(bomb, block);
        }
        byte[] packed = gzip(bomb);
        assertEquals(
                FileRule.UNPACKED_RATIO,
                refused(packed).get(refused(packed).size() - 1).rule());
    }

    @Test
    void fault16_aSmallFileOfEqualRowsIsNoBomb() throws Exception {
        byte[] equal = bytes("x".repeat(1 << 20));
        assertEquals(1 << 20, new GzipStream(new ByteArrayInputStream(gzip(equal))).readAllBytes().length);
    }

    static Stream<Arguments> foreign() throws IOException {
        return Stream.of(
                Arguments.of(ForeignType.XLSX, zip("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")),
                Arguments.of(ForeignType.DOCX, zip("[Content_Types].xml", "word/document.xml")),
                Arguments.of(ForeignType.OOXML, zip("[Content_Types].xml")),
                Arguments.of(ForeignType.ODS, mimetype("application/vnd.oasis.opendocument.spreadsheet")),
                Arguments.of(ForeignType.OPEN_DOCUMENT, mimetype("application/vnd.oasis.opendocument.text")),
                Arguments.of(ForeignType.ZIP, zip("findings.csv")),
                Arguments.of(ForeignType.ZIP, zip("../../../../tmp/" + SourceReading.MARKER)),
                Arguments.of(ForeignType.ZIP, zip()),
                Arguments.of(ForeignType.OLE2, hex("d0cf11e0a1b11ae10000000000000000")),
                Arguments.of(ForeignType.PDF, bytes("%PDF-1.7\n%\n")),
                Arguments.of(ForeignType.RTF, bytes("{\\rtf1\\ansi " + SourceReading.MARKER + "}")),
                Arguments.of(
                        ForeignType.XML,
                        bytes(
                                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>")),
                Arguments.of(ForeignType.XML, bytes("\uFEFF \r\n<html><table><tr><td>1</td></tr></table></html>")),
                Arguments.of(ForeignType.XZ, hex("fd377a585a000004")),
                Arguments.of(ForeignType.BZIP2, bytes("BZh91AY&SY")),
                Arguments.of(ForeignType.ZSTD, hex("28b52ffd2404")),
                Arguments.of(ForeignType.LZ4, hex("04224d186440")),
                Arguments.of(ForeignType.SEVEN_ZIP, hex("377abcaf271c0004")),
                Arguments.of(ForeignType.RAR, hex("526172211a0700")),
                Arguments.of(ForeignType.TAR, tar()),
                Arguments.of(ForeignType.IMAGE, hex("89504e470d0a1a0a0000000d")),
                Arguments.of(ForeignType.IMAGE, hex("ffd8ffe000104a464946")),
                Arguments.of(ForeignType.IMAGE, bytes("GIF89a,")),
                Arguments.of(ForeignType.IMAGE, hex("49492a0008000000")),
                Arguments.of(ForeignType.SQLITE, bytes("SQLite format 3\0")),
                Arguments.of(ForeignType.AVRO, hex("4f626a0104146176726f")),
                Arguments.of(ForeignType.ORC, hex("4f5243080112")),
                Arguments.of(ForeignType.ARROW, bytes("ARROW1\0\0")),
                Arguments.of(ForeignType.ARROW, bytes("FEA1")),
                Arguments.of(ForeignType.HDF5, hex("894844460d0a1a0a")),
                Arguments.of(ForeignType.BINARY, hex("cafebabe0000003d")),
                Arguments.of(ForeignType.BINARY, hex("000100005374616e64617264204a6574")));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void fault16_whatIsNotReadIsRefusedByWhatItIs(ForeignType type, byte[] content) {
        for (byte[] bytes : List.of(content, gzip(content))) {
            FileDefect defect = refused(bytes).get(0);
            assertEquals(FileRule.FOREIGN_TYPE, defect.rule());
            assertEquals(type.name(), defect.detail());
            assertEquals(
                    FileRule.FOREIGN_TYPE
                                    .text()
                                    .en()
                                    .replace("{type}", type.text().en()) + " "
                            + type.advice().en(),
                    defect.message().en());
            assertFalse(type.advice().sv().isBlank());
        }
    }

    /** A deflated member without its header. */
    private static byte[] member(byte[] content) throws IOException {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] packed = new byte[content.length + 100];
        int n = deflater.deflate(packed);
        deflater.end();
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(packed, 0, n);
        for (long value : new long[] {checksum.getValue(), content.length}) {
            for (int shift = 0; shift < 32; shift += 8) {
                out.write((int) (value >> shift));
            }
        }
        return out.toByteArray();
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(CSV);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] mimetype(String type) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            byte[] text = bytes(type);
            CRC32 checksum = new CRC32();
            checksum.update(text);
            ZipEntry entry = new ZipEntry("mimetype");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(text.length);
            entry.setCrc(checksum.getValue());
            zip.putNextEntry(entry);
            zip.write(text);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    private static byte[] tar() {
        byte[] tar = new byte[1024];
        System.arraycopy(bytes("findings.csv"), 0, tar, 0, 12);
        System.arraycopy(bytes("ustar"), 0, tar, 257, 5);
        return tar;
    }

    private static byte[] hex(String digits) {
        return java.util.HexFormat.of().parseHex(digits);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
