package se.tillsyn.analytics.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A release on disk, as a reader finds it.
 *
 * @param path the folder
 * @param manifest its description
 */
public record ReleaseFolder(Path path, Manifest manifest) {

    private static final Pattern NAME = Pattern.compile("\\d{6}-[0-9a-f]{12}");

    /**
     * Reads a release's manifest without checking the files.
     *
     * @throws DamagedReleaseException when the manifest is missing, unreadable or of another release
     */
    public static ReleaseFolder open(Path folder) throws IOException {
        String id = String.valueOf(folder.getFileName());
        Path file = folder.resolve(ReleaseLayout.MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw new DamagedReleaseException(id, ReleaseLayout.MANIFEST, "the file is missing");
        }
        try {
            Manifest manifest = Manifest.parse(Files.readAllBytes(file));
            if (!manifest.release().equals(id)) {
                throw new DamagedReleaseException(id, ReleaseLayout.MANIFEST, "it describes another release");
            }
            return new ReleaseFolder(folder, manifest);
        } catch (JacksonException e) {
            throw new DamagedReleaseException(id, ReleaseLayout.MANIFEST, "it cannot be read as a manifest");
        }
    }

    /** Identifiers of the releases below {@code <home>/releases}, oldest first, damaged ones included. */
    public static List<String> identifiers(Path home) throws IOException {
        Path releases = home.resolve(ReleaseLayout.RELEASES);
        if (!Files.isDirectory(releases)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(releases)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(NAME.asMatchPredicate())
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    /** What {@code CURRENT} names, when it names a release identifier at all. */
    public static Optional<String> current(Path home) throws IOException {
        Path pointer = home.resolve(ReleaseLayout.RELEASES).resolve(ReleaseLayout.CURRENT);
        if (!Files.isRegularFile(pointer) || Files.size(pointer) > 100) {
            return Optional.empty();
        }
        String name = new String(Files.readAllBytes(pointer), StandardCharsets.US_ASCII).strip();
        return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }

    /** A file of the release. */
    public Path file(String path) {
        return this.path.resolve(path);
    }

    /** A file that is not as it was published, and how. */
    public record Difference(String file, String found) {}

    /**
     * Compares every file with the manifest and looks for files that it does not name.
     *
     * @throws DamagedReleaseException at the first difference
     */
    public void verify() throws IOException {
        for (Manifest.PublishedFile file : manifest.files()) {
            throwIf(difference(file));
        }
        for (Difference difference : unnamed()) {
            throwIf(difference);
        }
    }

    /** Every file that is not as it was published, those that the manifest does not name last. */
    public List<Difference> differences() throws IOException {
        List<Difference> differences = new ArrayList<>();
        for (Manifest.PublishedFile file : manifest.files()) {
            Difference difference = difference(file);
            if (difference != null) {
                differences.add(difference);
            }
        }
        differences.addAll(unnamed());
        return differences;
    }

    private @Nullable Difference difference(Manifest.PublishedFile file) throws IOException {
        Path at = file(file.path());
        if (!Files.isRegularFile(at)) {
            return new Difference(file.path(), "the file is missing");
        }
        return Files.size(at) != file.bytes() || !sha256(at).equals(file.sha256())
                ? new Difference(file.path(), "its bytes differ from those that were published")
                : null;
    }

    private List<Difference> unnamed() throws IOException {
        Set<String> named = new HashSet<>(Set.of(ReleaseLayout.MANIFEST));
        manifest.files().forEach(file -> named.add(file.path()));
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> path.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !named.contains(name))
                    .sorted()
                    .map(name -> new Difference(name, "the manifest does not name it"))
                    .toList();
        }
    }

    private void throwIf(@Nullable Difference difference) throws DamagedReleaseException {
        if (difference != null) {
            throw new DamagedReleaseException(manifest.release(), difference.file(), difference.found());
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
