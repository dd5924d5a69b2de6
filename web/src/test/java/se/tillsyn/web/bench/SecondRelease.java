package se.tillsyn.web.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;

/**
 * A home with two releases: the one that another home serves, and a copy of it under the next number in which every topic's
 * name and the atlas's own end in a mark, so that an answer made of both can be told.
 *
 * @param home the folder
 * @param first identifier of the release as it was
 * @param marked identifier of the copy
 */
record SecondRelease(Path home, String first, String marked) {

    /** What names end in; nothing else in a release holds it. */
    static final String MARK = " (B-B)";

    /** Makes the home below {@code folder}; the files of the first release are linked where the file system can. */
    static SecondRelease make(Path from, Path folder) throws IOException {
        String first = ReleaseFolder.current(from)
                .orElseThrow(() -> new IOException("--home: expected a folder with releases/CURRENT, found none"));
        Path source = from.resolve(ReleaseLayout.RELEASES).resolve(first);
        Manifest manifest = ReleaseFolder.open(source).manifest();
        String marked = String.format(Locale.ROOT, "%06d-%012x", manifest.sequence() + 1, 0xbbbbL);
        Path releases = Files.createDirectories(folder.resolve(ReleaseLayout.RELEASES));
        copy(source, releases.resolve(first), manifest);
        Files.copy(source.resolve(ReleaseLayout.MANIFEST), releases.resolve(first + '/' + ReleaseLayout.MANIFEST));
        copy(source, releases.resolve(marked), manifest);
        mark(releases.resolve(marked), manifest, marked);
        SecondRelease both = new SecondRelease(folder, first, marked);
        both.serve(first);
        return both;
    }

    /** Lets {@code CURRENT} name a release, as publishing does: by one move. */
    void serve(String release) throws IOException {
        Path releases = home.resolve(ReleaseLayout.RELEASES);
        Path next = Files.writeString(releases.resolve("CURRENT.tmp"), release + "\n", StandardCharsets.US_ASCII);
        Files.move(next, releases.resolve(ReleaseLayout.CURRENT), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copy(Path source, Path into, Manifest manifest) throws IOException {
        for (Manifest.PublishedFile file : manifest.files()) {
            Path target = into.resolve(file.path());
            Path parent = target.getParent();
            Files.createDirectories(parent == null ? into : parent);
            try {
                Files.createLink(target, source.resolve(file.path()));
            } catch (IOException | UnsupportedOperationException e) {
                Files.copy(source.resolve(file.path()), target);
            }
        }
    }

    private static void mark(Path folder, Manifest old, String id) throws IOException {
        String topics = ReleaseLayout.codeList("topics");
        byte[] marked = markedNames(folder.resolve(topics)).getBytes(StandardCharsets.UTF_8);
        // A link to the first release's file: never write through it.
        Files.delete(folder.resolve(topics));
        Files.write(folder.resolve(topics), marked);
        List<Manifest.PublishedFile> files = new ArrayList<>();
        for (Manifest.PublishedFile file : old.files()) {
            files.add(
                    file.path().equals(topics)
                            ? new Manifest.PublishedFile(topics, marked.length, sha256(marked), file.rows())
                            : file);
        }
        Manifest manifest = new Manifest(
                old.format(),
                id,
                old.sequence() + 1,
                old.release(),
                old.publishedAt(),
                old.profile(),
                old.batch(),
                old.codeVersion(),
                old.methodVersion(),
                old.synthetic(),
                new LocalText(old.name().sv() + MARK, old.name().en() + MARK),
                old.publisher(),
                old.contact(),
                old.licence(),
                old.licenceUrl(),
                old.disclaimer(),
                old.nation(),
                old.levels(),
                old.periods(),
                old.notes(),
                old.sources(),
                old.thresholds(),
                old.held(),
                files);
        Files.write(folder.resolve(ReleaseLayout.MANIFEST), manifest.toJson());
    }

    private static String markedNames(Path list) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvReader<NamedCsvRecord> in = CsvReader.builder().ofNamedCsvRecord(list);
                CsvWriter out = CsvWriter.builder().build(text)) {
            boolean headed = false;
            for (NamedCsvRecord row : in) {
                if (!headed) {
                    out.writeRecord(row.getHeader());
                    headed = true;
                }
                out.writeRecord(row.getFieldsAsMap().entrySet().stream()
                        .map(field -> field.getKey().startsWith("name_") ? field.getValue() + MARK : field.getValue())
                        .toList());
            }
        }
        return text.toString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
