package se.tillsyn.web.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import se.tillsyn.analytics.release.LocalText;

/** Names of datasets, dimensions, measures and units in both languages: {@code datasets_sv} and {@code datasets_en}. */
public final class DatasetTexts {

    private static final Properties SV = read("sv");
    private static final Properties EN = read("en");

    private DatasetTexts() {}

    /** @throws IllegalArgumentException when there is no such text */
    public static LocalText of(String key) {
        String sv = SV.getProperty(key);
        String en = EN.getProperty(key);
        if (sv == null || en == null) {
            throw new IllegalArgumentException("texts of datasets: expected the key " + key + " in both languages");
        }
        return new LocalText(sv, en);
    }

    public static boolean has(String key) {
        return SV.containsKey(key) && EN.containsKey(key);
    }

    /** A text of a profile's own code, or the code itself where there is none. */
    static LocalText ofOr(String key, String code) {
        return has(key) ? of(key) : new LocalText(code, code);
    }

    private static Properties read(String language) {
        try (InputStream file = Objects.requireNonNull(
                        DatasetTexts.class.getResourceAsStream("/datasets_" + language + ".properties"));
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
