package se.tillsyn.web.format;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A part of a packed workbook in memory, found by the directory at its end (APPNOTE.TXT of PKWARE, 4.3). Java's reader of
 * streams refuses what the writer of workbooks puts between parts, lengths of eight bytes, and its reader of directories
 * wants a file.
 */
final class PackagePart {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int HEADER_LENGTH = 30;
    private static final int DEFLATED = 8;

    private final String name;
    private final byte[] workbook;
    private final int start;
    private final int length;

    private PackagePart(String name, byte[] workbook, int start, int length) {
        this.name = name;
        this.workbook = workbook;
        this.start = start;
        this.length = length;
    }

    /** Every part, in the order of the directory. */
    static List<PackagePart> allOf(byte[] workbook) {
        ByteBuffer bytes = ByteBuffer.wrap(workbook).order(ByteOrder.LITTLE_ENDIAN);
        int end = workbook.length - END_LENGTH;
        if (end < 0 || bytes.getInt(end) != END) {
            throw new IllegalArgumentException("workbook: expected a directory at its end");
        }
        List<PackagePart> parts = new ArrayList<>();
        int at = bytes.getInt(end + 16);
        for (int left = bytes.getShort(end + 10); left > 0; left--) {
            if (bytes.getInt(at) != ENTRY || bytes.getShort(at + 10) != DEFLATED) {
                throw new IllegalArgumentException("workbook: expected packed parts in its directory");
            }
            int nameLength = bytes.getShort(at + 28);
            int header = bytes.getInt(at + 42);
            int start = header + HEADER_LENGTH + bytes.getShort(header + 26) + bytes.getShort(header + 28);
            String name = new String(workbook, at + ENTRY_LENGTH, nameLength, StandardCharsets.UTF_8);
            parts.add(new PackagePart(name, workbook, start, bytes.getInt(at + 20)));
            at += ENTRY_LENGTH + nameLength + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        return parts;
    }

    String name() {
        return name;
    }

    /** The part, unpacked. */
    InputStream content() {
        return new InflaterInputStream(new ByteArrayInputStream(workbook, start, length), new Inflater(true));
    }
}
