package se.tillsyn.analytics.audit.release;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an audit found. Holds codes of cells and numbers of cells, never a figure of a cell, a bound or a width: whoever reads it learns
 * which cells are open, not what is in them.
 *
 * @param release name of the folder
 * @param earlier names of the earlier releases it was compared with
 * @param passed whether there is no breach
 * @param tables rows of each table, and of these withheld ones of protected counts
 * @param steps how many withheld cells each step of the attack decided, by step
 * @param assumptions how many blocks were attacked under each assumption
 * @param breachesByKind how many breaches of each kind
 * @param breaches cells of which too much is told, in order
 */
public record AuditReport(
        String release,
        List<String> earlier,
        boolean passed,
        Map<String, TableCounts> tables,
        Map<String, Long> steps,
        Map<String, Long> assumptions,
        Map<BreachKind, Long> breachesByKind,
        List<Breach> breaches) {

    private static final int NAMED = 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** Rows, and withheld ones of protected counts. */
    public record TableCounts(long rows, long withheld) {}

    public AuditReport {
        earlier = List.copyOf(earlier);
        tables = new TreeMap<>(tables);
        steps = new TreeMap<>(steps);
        assumptions = new TreeMap<>(assumptions);
        breachesByKind = new EnumMap<>(breachesByKind);
        breaches = List.copyOf(breaches);
    }

    /** The report as a document. */
    public byte[] toJson() {
        return JSON.writeValueAsBytes(this);
    }

    /** The report as lines, with the first breaches of each kind. */
    public List<String> lines() {
        java.util.ArrayList<String> lines = new java.util.ArrayList<>();
        long withheld =
                tables.values().stream().mapToLong(TableCounts::withheld).sum();
        lines.add("Release " + release + ": " + tables.size() + " tables in every format, " + withheld
                + " withheld cells attacked"
                + (earlier.isEmpty() ? "" : ", together with " + earlier.size() + " earlier releases"));
        steps.forEach((step, cells) -> lines.add("  " + step + ": " + cells + " cells"));
        assumptions.forEach((assumption, blocks) -> lines.add("  assuming " + assumption + ": " + blocks + " blocks"));
        if (passed) {
            lines.add("Passed: no withheld cell can be worked out.");
            return lines;
        }
        lines.add("Failed: " + breaches.size() + " breaches");
        breachesByKind.forEach((kind, number) -> {
            lines.add("  " + kind + ": " + number);
            breaches.stream()
                    .filter(breach -> breach.kind() == kind)
                    .limit(NAMED)
                    .forEach(breach -> lines.add("    "
                            + String.join(
                                            " ",
                                            breach.table(),
                                            breach.topic(),
                                            breach.region(),
                                            breach.period(),
                                            breach.ageGroup(),
                                            breach.operationType(),
                                            breach.detail())
                                    .strip()
                                    .replaceAll(" +", " ")));
        });
        return lines;
    }
}
