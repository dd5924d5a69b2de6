package se.tillsyn.web.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.web.Programs;
import se.tillsyn.web.RunningSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** jsonstat-toolkit, the usual reader of JSON-stat, reads every table: each value and each reason for none. */
final class JsonStatToolkitTest extends RunningSite {

    @TempDir
    private Path folder;

    @Test
    void readsEveryTable() throws IOException, InterruptedException {
        String toolkit = Programs.npm("jsonstat-toolkit").toString();
        List<JsonNode> sent = new ArrayList<>();
        List<String> command = new ArrayList<>(List.of("node", Programs.script(folder, "jsonstat.js"), toolkit));
        for (JsonNode table : json("/tables?pageSize=100").path("tables")) {
            String id = table.path("id").asString();
            String data = get("/api/v2/tables/" + id + "/data").body();
            sent.add(JsonMapper.shared().readTree(data));
            command.add(Files.writeString(folder.resolve(id + ".json"), data).toString());
        }
        JsonNode found = JsonMapper.shared().readTree(Programs.output(folder, command.toArray(String[]::new)));
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
}
