package se.tillsyn.web.release;

import com.jerolba.carpet.CarpetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.ReleaseLayout;

/** Writes releases for tests, in the release format and without Spark. */
public final class ReleaseWriter {

    /** What a test release says of itself. */
    public record Identity(int sequence, String publishedAt, boolean synthetic) {

        public String id() {
            return String.format("%06d-%012x", sequence, 0xa0b0c0d0L + sequence);
        }
    }

    private final Path folder;
    private final Identity identity;
    private final List<Manifest.PublishedFile> files = new ArrayList<>();

    /** A new release folder below {@code home/releases}. */
    public ReleaseWriter(Path home, Identity identity) throws IOException {
        this.identity = identity;
        folder = home.resolve(ReleaseLayout.RELEASES).resolve(identity.id());
        Files.createDirectories(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Writes a text file. */
    public ReleaseWriter text(String path, String content) throws IOException {
        Files.createDirectories(parent(path));
        Files.writeString(folder.resolve(path), content, StandardCharsets.UTF_8);
        return named(path, null);
    }

    /** Writes a rate table in the order of its keys. */
    ReleaseWriter rates(String level, List<RateRow> rows) throws IOException {
        List<RateRow> sorted = rows.stream()
                .sorted(Comparator.comparing(RateRow::topic)
                        .thenComparing(RateRow::region)
                        .thenComparing(RateRow::period)
                        .thenComparing(row -> row.ageGroup().equals("TOTAL") ? "" : row.ageGroup())
                        .thenComparing(row -> row.operationType().equals("TOTAL") ? "" : row.operationType()))
                .toList();
        return parquet(ReleaseLayout.rates(level) + ".parquet", RateRow.class, sorted);
    }

    ReleaseWriter statements(List<StatementRow> rows) throws IOException {
        return parquet(ReleaseLayout.table(ReleaseLayout.STATEMENTS) + ".parquet", StatementRow.class, rows);
    }

    /** Writes one of the further tables. */
    <R> ReleaseWriter table(String name, Class<R> type, List<R> rows) throws IOException {
        return parquet(ReleaseLayout.table(name) + ".parquet", type, rows);
    }

    private <R> ReleaseWriter parquet(String path, Class<R> type, List<R> rows) throws IOException {
        Files.createDirectories(parent(path));
        try (OutputStream out = Files.newOutputStream(folder.resolve(path));
                CarpetWriter<R> writer = new CarpetWriter.Builder<>(out, type)
                        .withCompressionCodec(CompressionCodecName.ZSTD)
                        .build()) {
            writer.write(rows);
        }
        return named(path, (long) rows.size());
    }

    private ReleaseWriter named(String path, @Nullable Long rows) throws IOException {
        Path file = folder.resolve(path);
        files.add(new Manifest.PublishedFile(path, Files.size(file), sha256(file), rows));
        return this;
    }

    /** Writes the manifest; {@code CURRENT} is left as it is. */
    public void finish(List<String> levels, List<String> periods) throws IOException {
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                identity.id(),
                identity.sequence(),
                null,
                identity.publishedAt(),
                new Manifest.ProfileVersion("test", 1, "0".repeat(64)),
                "000001-000000000000",
                "test",
                "1",
                identity.synthetic(),
                new LocalText("Tillsynsatlas Sverige", "Tillsynsatlas Sweden"),
                new LocalText("Inspektionen (prov)", "The Inspectorate (test)"),
                "statistik@example.org",
                "CC0-1.0",
                "https://creativecommons.org/publicdomain/zero/1.0/",
                new LocalText(
                        "Uppgifterna är inte Sveriges officiella statistik.",
                        "The figures are not official statistics of Sweden."),
                "00",
                levels,
                periods,
                List.of(new LocalText("En not om uppgifterna.", "A note about the figures.")),
                List.of(new Manifest.Source(new LocalText("Källa: prov.", "Source: test."), "CC0-1.0")),
                Map.of(
                        "min_cases",
                        new Manifest.Threshold(
                                10,
                                new LocalText(
                                        "Enskilda kan kännas igen bland så få.",
                                        "Individuals can be recognised among so few."))),
                files);
        Files.write(folder.resolve(ReleaseLayout.MANIFEST), manifest.toJson());
    }

    /** Lets {@code CURRENT} name a release. */
    public static void serve(Path home, String release) {
        try {
            Files.writeString(
                    home.resolve(ReleaseLayout.RELEASES).resolve(ReleaseLayout.CURRENT),
                    release + "\n",
                    StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? folder : folder.resolve(path.substring(0, slash));
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
