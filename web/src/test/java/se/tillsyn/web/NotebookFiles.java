package se.tillsyn.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The notebooks of this checkout. */
final class NotebookFiles {

    static final Path FOLDER = Launcher.ROOT.resolve("notebooks");
    static final List<String> NAMES =
            List.of("01-first-look", "02-comparing-regions", "03-geographic-inequality", "04-waits", "05-two-releases");

    private static final JsonMapper JSON = new JsonMapper();

    private NotebookFiles() {}

    static JsonNode notebook(Path file) throws IOException {
        return JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
    }

    static Document article(Path file) throws IOException {
        return Jsoup.parse(Files.readString(file, StandardCharsets.UTF_8));
    }

    static List<JsonNode> codeCells(JsonNode notebook) {
        return notebook.get("cells")
                .valueStream()
                .filter(cell -> cell.get("cell_type").asString().equals("code"))
                .toList();
    }

    static String source(JsonNode cell) {
        return String.join(
                "", cell.get("source").valueStream().map(JsonNode::asString).toList());
    }

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ipynb"))
                    .map(name -> name.substring(0, name.length() - ".ipynb".length()))
                    .sorted()
                    .toList();
        }
    }
}
