package se.tillsyn.ingest.commit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** SHA-256 of files and of folders of files, in lower-case hexadecimal. */
public final class ContentHash {

    /** Digits of a hash that a folder's name carries. */
    public static final int SHORT_LENGTH = 12;

    private ContentHash() {}

    /** Hash of one file's bytes. */
    public static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Hash of bytes in memory. */
    public static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    /** Hash of every regular file below {@code folder}, by path relative to it with {@code /}, sorted. */
    public static SortedMap<String, String> ofFiles(Path folder) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                if (FileKind.of(file) == FileKind.FILE) {
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    hashes.put(name, of(file));
                }
            }
        }
        return hashes;
    }

    /** One hash for a set of named hashes: SHA-256 over lines {@code <hash>  <name>} in the order of the names. */
    public static String ofAll(SortedMap<String, String> hashes) {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, String> entry : hashes.entrySet()) {
            lines.append(entry.getValue()).append("  ").append(entry.getKey()).append('\n');
        }
        return of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
