package se.tillsyn.ingest.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Version of this program, as the build names it; stated in every batch and release. */
public final class ProgramVersion {

    private ProgramVersion() {}

    public static String current() {
        try (InputStream in = Objects.requireNonNull(
                ProgramVersion.class.getResourceAsStream("/tillsyn-version"), "the build writes this resource")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
