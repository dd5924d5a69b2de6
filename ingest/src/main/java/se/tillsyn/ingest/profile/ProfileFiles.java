package se.tillsyn.ingest.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a profile's files are read from: a folder, or the resources of the built-in profile. */
final class ProfileFiles {

    private static final String BUILT_IN = "/profiles/";

    private final @Nullable Path folder;
    private final String name;

    private ProfileFiles(@Nullable Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** A built-in profile by its name, or a folder by its path. */
    static ProfileFiles of(String nameOrFolder) {
        if (ProfileFiles.class.getResource(BUILT_IN + nameOrFolder + "/profile.yaml") != null) {
            return new ProfileFiles(null, nameOrFolder);
        }
        Path folder = Path.of(nameOrFolder);
        if (!Files.isRegularFile(folder.resolve("profile.yaml"))) {
            throw new ProfileException("Profile: expected the name of a built-in profile (sweden) or a folder that"
                    + " holds profile.yaml, found neither at " + folder.toAbsolutePath());
        }
        return new ProfileFiles(folder, nameOrFolder);
    }

    /** Bytes of one file, by its path inside the profile with {@code /}. */
    byte[] read(String path) {
        if (path.startsWith("/") || path.contains("..")) {
            throw new ProfileException("Profile " + name + ": expected a path inside the profile, found " + path);
        }
        try {
            if (folder != null) {
                return Files.readAllBytes(folder.resolve(path));
            }
            try (InputStream in = ProfileFiles.class.getResourceAsStream(BUILT_IN + name + "/" + path)) {
                if (in == null) {
                    throw new ProfileException("Profile " + name + ": file " + path + " is missing");
                }
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new ProfileException("Profile " + name + ": file " + path + " cannot be read", e);
        }
    }
}
