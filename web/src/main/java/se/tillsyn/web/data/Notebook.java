package se.tillsyn.web.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The notebooks that come with the site: as files, and executed on a synthetic release, as articles in English. Both lie on
 * the class path; what an article may hold is in {@code notebooks/README.md}.
 */
enum Notebook {
    FIRST_LOOK("01-first-look"),
    COMPARING_REGIONS("02-comparing-regions"),
    GEOGRAPHIC_INEQUALITY("03-geographic-inequality"),
    WAITS("04-waits"),
    TWO_RELEASES("05-two-releases");

    private final String id;

    Notebook(String id) {
        this.id = id;
    }

    /** Its name in addresses, and that of its file without ending. */
    String id() {
        return id;
    }

    static Optional<Notebook> of(String id) {
        return Arrays.stream(values())
                .filter(notebook -> notebook.id.equals(id))
                .findFirst();
    }

    /** What it prints and draws, as one element {@code article} of a page. */
    String article() {
        return new String(bytes(".html"), StandardCharsets.UTF_8);
    }

    /** The notebook itself, to be run. */
    byte[] file() {
        return bytes(".ipynb");
    }

    private byte[] bytes(String ending) {
        String path = "/notebooks/" + id + ending;
        try (InputStream in = Notebook.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(
                        "class path: expected " + path + ", found none; build the module web anew");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
