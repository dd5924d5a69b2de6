package se.tillsyn.web.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.web.RunningSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** jsonstat-toolkit, the usual reader of JSON-stat, reads every table: each value and each reason for none. */
final class JsonStatToolkitTest extends RunningSite {

    private static final Path TOOLKIT = Path.of(
                    System.getProperty("tillsyn.npm", "target/npm/node_modules"), "jsonstat-toolkit")
            .toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void readsEveryTable() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(TOOLKIT), "not run: jsonstat-toolkit is not installed below " + TOOLKIT);
        List<JsonNode> sent = new ArrayList<>();
        List<String> command = new ArrayList<>(List.of("node", script().toString(), TOOLKIT.toString()));
        for (JsonNode table : json("/tables?pageSize=100").path("tables")) {
            String id = table.path("id").asString();
            String data = get("/api/v2/tables/" + id + "/data").body();
            sent.add(JsonMapper.shared().readTree(data));
            command.add(Files.writeString(folder.resolve(id + ".json"), data).toString());
        }
        Process node = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        JsonNode found = JsonMapper.shared().readTree(node.getInputStream().readAllBytes());
        assertThat(node.waitFor()).isZero();
        assertThat(found.size()).isEqualTo(sent.size()).isGreaterThan(5);
        for (int i = 0; i < sent.size(); i++) {
            JsonNode data = sent.get(i);
            JsonNode read = found.get(i);
            assertThat(read.path("class").asString()).isEqualTo("dataset");
            assertThat(read.path("role").path("time"))
                    .isEqualTo(data.path("role").path("time"));
            assertThat(read.path("rows").asInt()).isEqualTo(data.path("value").size());
            for (int cell = 0; cell < data.path("value").size(); cell++) {
                JsonNode value = data.path("value").get(cell);
                assertThat(read.path("cells").get(cell).get(0)).isEqualTo(value);
                assertThat(read.path("cells").get(cell).get(1).asString(""))
                        .isEqualTo(
                                data.path("status").path(Integer.toString(cell)).asString(""));
            }
        }
    }

    private JsonNode json(String path) {
        return JsonMapper.shared().readTree(get("/api/v2" + path).body());
    }

    private Path script() throws IOException {
        byte[] script = Objects.requireNonNull(JsonStatToolkitTest.class.getResourceAsStream("/clients/jsonstat.js"))
                .readAllBytes();
        return Files.writeString(folder.resolve("jsonstat.js"), new String(script, StandardCharsets.UTF_8));
    }
}
