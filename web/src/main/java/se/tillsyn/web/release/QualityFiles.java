package se.tillsyn.web.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;
import se.tillsyn.analytics.release.Status;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code quality.json} and {@code disclosure.json} of a release say of the run that made it.
 *
 * @param read rows of findings read
 * @param loaded rows taken in
 * @param quarantined rows set aside as faulty
 * @param levels cells of each level of regions, by status
 * @param withheld how much of each level is not shown
 * @param secondary whether more is withheld than the small counts themselves, so that none follows from others
 */
public record QualityFiles(
        long read,
        long loaded,
        long quarantined,
        List<LevelCells> levels,
        List<LevelWithheld> withheld,
        boolean secondary) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Cells of a level and how many of each status, case and unit rates apart. */
    public record LevelCells(String level, long cells, Map<Status, Long> cases, Map<Status, Long> units) {}

    /**
     * What of a level is withheld.
     *
     * @param cells with counts that are protected
     * @param filesPercent share of the files in the cells withheld, whole percent; −1 where not told
     */
    public record LevelWithheld(String level, long cells, long withheld, double share, int filesPercent) {}

    public QualityFiles {
        levels = List.copyOf(levels);
        withheld = List.copyOf(withheld);
    }

    static QualityFiles read(ReleaseFolder folder) throws IOException {
        JsonNode quality = json(folder.file(ReleaseLayout.QUALITY));
        JsonNode disclosure = json(folder.file(ReleaseLayout.DISCLOSURE));
        List<LevelCells> levels = new ArrayList<>();
        for (JsonNode level : quality.path("levels")) {
            levels.add(new LevelCells(
                    level.path("level").asString(""),
                    level.path("cells").asLong(0),
                    byStatus(level.path("case_rates")),
                    byStatus(level.path("unit_rates"))));
        }
        List<LevelWithheld> withheld = new ArrayList<>();
        for (JsonNode level : disclosure.path("levels")) {
            withheld.add(new LevelWithheld(
                    level.path("level").asString(""),
                    level.path("cells").asLong(0),
                    level.path("withheld").asLong(0),
                    level.path("withheld_share").asDouble(0),
                    level.path("withheld_files_percent").asInt(-1)));
        }
        return new QualityFiles(
                quality.path("read").asLong(0),
                quality.path("loaded").asLong(0),
                quality.path("quarantined").asLong(0),
                levels,
                withheld,
                disclosure.path("secondary_suppression").asBoolean(false));
    }

    private static Map<Status, Long> byStatus(JsonNode counts) {
        Map<Status, Long> byStatus = new LinkedHashMap<>();
        for (Status status : Status.values()) {
            byStatus.put(status, counts.path(status.name()).asLong(0));
        }
        return byStatus;
    }

    private static JsonNode json(Path file) throws IOException {
        return Files.isRegularFile(file) ? JSON.readTree(Files.readAllBytes(file)) : JSON.createObjectNode();
    }
}
