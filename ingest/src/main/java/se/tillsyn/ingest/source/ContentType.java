package se.tillsyn.ingest.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Tells what a file is by its first bytes; its name is never asked. What is neither Parquet nor JSON nor anything known is
 * taken for CSV, and shows itself as such or not by its header.
 */
final class ContentType {

    /** Bytes looked at: enough for the names of the first entries of a zip archive and for a tar header. */
    static final int HEAD = 1 << 14;

    private static final int TAR_MAGIC = 257;

    /** Bytes over which the pattern of NUL bytes is judged. */
    private static final int SAMPLE = 1 << 10;

    /** @param start first bytes, each as the character of its number */
    private record Signature(String start, ForeignType type) {}

    private static final List<Signature> SIGNATURES = List.of(
            hex("d0cf11e0a1b11ae1", ForeignType.OLE2),
            text("%PDF", ForeignType.PDF),
            text("{\\rtf", ForeignType.RTF),
            hex("fd377a585a00", ForeignType.XZ),
            text("BZh", ForeignType.BZIP2),
            hex("28b52ffd", ForeignType.ZSTD),
            hex("04224d18", ForeignType.LZ4),
            hex("377abcaf271c", ForeignType.SEVEN_ZIP),
            hex("526172211a07", ForeignType.RAR),
            hex("fffe0000", ForeignType.UTF_32),
            hex("0000feff", ForeignType.UTF_32),
            hex("fffe", ForeignType.UTF_16),
            hex("feff", ForeignType.UTF_16),
            hex("89504e470d0a1a0a", ForeignType.IMAGE),
            hex("ffd8ff", ForeignType.IMAGE),
            text("GIF87a", ForeignType.IMAGE),
            text("GIF89a", ForeignType.IMAGE),
            hex("49492a00", ForeignType.IMAGE),
            hex("4d4d002a", ForeignType.IMAGE),
            hex("89484446", ForeignType.HDF5),
            text("SQLite format 3\0", ForeignType.SQLITE),
            hex("4f626a01", ForeignType.AVRO),
            text("ARROW1\0\0", ForeignType.ARROW),
            text("FEA1", ForeignType.ARROW),
            hex("ffffffff", ForeignType.ARROW));

    private ContentType() {}

    /** Whether the bytes are the start of a gzip member. */
    static boolean isGzip(byte[] head) {
        return head.length > 1 && head[0] == 0x1f && head[1] == (byte) 0x8b;
    }

    /**
     * The format that the first bytes show.
     *
     * @param head first bytes of the unpacked content, {@link #HEAD} of them unless it is shorter
     * @throws RefusedFileException when it is none that is read
     */
    static SourceFormat of(byte[] head) throws RefusedFileException {
        if (head.length == 0) {
            throw new RefusedFileException(FileDefect.ofFile(FileRule.EMPTY));
        }
        if (isGzip(head)) {
            throw new RefusedFileException(FileDefect.ofFile(FileRule.PACKED_TWICE));
        }
        if (startsWith(head, "PARE")) {
            throw new RefusedFileException(FileDefect.ofFile(FileRule.PARQUET_ENCRYPTED));
        }
        if (startsWith(head, "PAR1")) {
            return SourceFormat.PARQUET;
        }
        Optional<ForeignType> foreign = foreign(head);
        if (foreign.isPresent()) {
            throw new RefusedFileException(FileDefect.foreign(foreign.get()));
        }
        return switch (firstVisible(head)) {
            case '[' -> SourceFormat.JSON;
            case '{' -> SourceFormat.NDJSON;
            default -> SourceFormat.CSV;
        };
    }

    private static Optional<ForeignType> foreign(byte[] head) {
        if (startsWith(head, "PK\3\4") || startsWith(head, "PK\5\6") || startsWith(head, "PK\7\b")) {
            return Optional.of(insideZip(head));
        }
        for (Signature signature : SIGNATURES) {
            if (startsWith(head, signature.start())) {
                return Optional.of(signature.type());
            }
        }
        if (head.length > TAR_MAGIC + 5
                && new String(head, TAR_MAGIC, 5, StandardCharsets.ISO_8859_1).equals("ustar")) {
            return Optional.of(ForeignType.TAR);
        }
        if (firstVisible(head) == '<') {
            return Optional.of(ForeignType.XML);
        }
        return byZeros(head);
    }

    private static ForeignType insideZip(byte[] head) {
        String names = new String(head, StandardCharsets.ISO_8859_1);
        if (names.contains("opendocument.spreadsheet")) {
            return ForeignType.ODS;
        }
        if (names.contains("vnd.oasis.opendocument")) {
            return ForeignType.OPEN_DOCUMENT;
        }
        if (names.contains("xl/")) {
            return ForeignType.XLSX;
        }
        if (names.contains("word/")) {
            return ForeignType.DOCX;
        }
        return names.contains("[Content_Types].xml") ? ForeignType.OOXML : ForeignType.ZIP;
    }

    /**
     * UTF-16 and UTF-32 without byte order mark by where their zeros stand. Other zeros in the first line are those of a
     * binary file; one further down is a defect of a field and reported with its place.
     */
    private static Optional<ForeignType> byZeros(byte[] head) {
        int n = Math.min(head.length, SAMPLE);
        int[] zeros = new int[4];
        boolean firstLine = true;
        boolean zeroInFirstLine = false;
        int controls = 0;
        for (int i = 0; i < n; i++) {
            byte b = head[i];
            zeros[i % 4] += b == 0 ? 1 : 0;
            zeroInFirstLine |= firstLine && b == 0;
            firstLine &= b != '\n' && b != '\r';
            controls += b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' ? 1 : 0;
        }
        int quarter = n / 4;
        int all = Arrays.stream(zeros).sum();
        if (quarter > 0 && all >= 2 * quarter && Math.min(zeros[1], zeros[2]) > quarter * 3 / 4) {
            return Optional.of(ForeignType.UTF_32);
        }
        int even = zeros[0] + zeros[2];
        int odd = zeros[1] + zeros[3];
        if (quarter > 0 && Math.max(even, odd) > quarter && Math.min(even, odd) < quarter / 8 + 1) {
            return Optional.of(ForeignType.UTF_16);
        }
        boolean orc = startsWith(head, "ORC") && controls > 0;
        if (orc) {
            return Optional.of(ForeignType.ORC);
        }
        return zeroInFirstLine || controls * 10 > n ? Optional.of(ForeignType.BINARY) : Optional.empty();
    }

    /** The first character that is no blank, after a byte order mark; 0 when there is none. */
    private static char firstVisible(byte[] head) {
        int i = StrictUtf8.markLength(head);
        while (i < head.length && (head[i] == ' ' || head[i] == '\n' || head[i] == '\r' || head[i] == '\t')) {
            i++;
        }
        return i < head.length ? (char) (head[i] & 0xff) : 0;
    }

    private static boolean startsWith(byte[] head, String start) {
        byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= bytes.length && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
    }

    private static Signature hex(String bytes, ForeignType type) {
        return new Signature(new String(HexFormat.of().parseHex(bytes), StandardCharsets.ISO_8859_1), type);
    }

    private static Signature text(String bytes, ForeignType type) {
        return new Signature(bytes, type);
    }
}
