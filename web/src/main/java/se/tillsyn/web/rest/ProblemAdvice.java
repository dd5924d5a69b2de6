package se.tillsyn.web.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** What a caller may do about each kind of fault: {@code problems.properties}, which knows all kinds. */
public final class ProblemAdvice {

    private static final Properties KINDS = read();

    private ProblemAdvice() {}

    /** A sentence; empty for what is no kind of fault. */
    public static Optional<String> of(String kind) {
        return Optional.ofNullable(KINDS.getProperty(kind));
    }

    private static Properties read() {
        try (InputStream file =
                        Objects.requireNonNull(ProblemAdvice.class.getResourceAsStream("/problems.properties"));
                InputStreamReader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            Properties kinds = new Properties();
            kinds.load(reader);
            return kinds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
