package se.tillsyn.ingest.commit;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One committed, immutable folder.
 *
 * @param sequence place in the order of commits, from 1; order never rests on a clock
 * @param hash first 12 hexadecimal digits of the SHA-256 of the content
 * @param path where it lies
 */
public record CommittedFolder(int sequence, String hash, Path path) {

    private static final Pattern NAME = Pattern.compile("(\\d{6})-([0-9a-f]{12})");

    /** Name of every folder's description, written last. */
    public static final String MANIFEST = "manifest.json";

    /** Identifier and folder name: {@code 000007-0123456789ab}. */
    public String id() {
        return idOf(sequence, hash);
    }

    /** Identifier of the folder that a commit with this sequence and hash makes. */
    public static String idOf(int sequence, String hash) {
        return String.format(Locale.ROOT, "%06d-%s", sequence, hash);
    }

    public Path manifest() {
        return path.resolve(MANIFEST);
    }

    static CommittedFolder in(Path area, int sequence, String hash) {
        return new CommittedFolder(sequence, hash, area.resolve(idOf(sequence, hash)));
    }

    static Optional<CommittedFolder> of(Path path) {
        Matcher matcher = NAME.matcher(String.valueOf(path.getFileName()));
        return matcher.matches()
                ? Optional.of(new CommittedFolder(Integer.parseInt(matcher.group(1)), matcher.group(2), path))
                : Optional.empty();
    }
}
