package se.tillsyn.analytics.disclosure.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.tillsyn.analytics.audit.CountTable;
import se.tillsyn.analytics.audit.Dimension;
import se.tillsyn.analytics.audit.Expression;
import se.tillsyn.analytics.audit.PublishedCell;
import se.tillsyn.analytics.reference.JsonPart;
import se.tillsyn.analytics.reference.ReferenceFolder;
import tools.jackson.databind.JsonNode;

/**
 * A hierarchical table of the reference files: as a block for the suppressor, and as a table for the audit.
 *
 * @param name of the case
 * @param table for the audit
 * @param codes of each cell
 * @param counts of each cell
 * @param primary cells that must be withheld
 * @param reference how many cells another program withheld
 * @param block for the suppressor
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ReferenceTables(
        String name,
        CountTable table,
        List<List<String>> codes,
        long[] counts,
        BitSet primary,
        int reference,
        Block block) {

    private static final String TOTAL = "Total";

    /** All tables that were safe as the other program left them. */
    static Stream<ReferenceTables> safe() {
        return JsonPart.parse(ReferenceFolder.CHOSEN.text("sdc_hierarchical_patterns.json"))
                .valueStream()
                .filter(node -> node.get("verdict").asString().startsWith("no cell"))
                .map(ReferenceTables::of);
    }

    private static ReferenceTables of(JsonNode node) {
        List<String> names = texts(node.get("dims"));
        List<String> innerColumns = texts(node.get("inner_columns"));
        List<Dimension> dimensions = new ArrayList<>();
        List<List<String>> finest = new ArrayList<>();
        node.get("inner").forEach(row -> finest.add(new ArrayList<>()));
        for (String name : names) {
            List<String> levels = texts(node.get("hier").get(name));
            Map<String, List<String>> broader = new LinkedHashMap<>();
            int number = 0;
            for (JsonNode row : node.get("inner")) {
                List<String> codes = levels.stream()
                        .map(level -> row.get(innerColumns.indexOf(level)).asString())
                        .toList();
                broader.put(codes.get(0), codes.subList(1, codes.size()));
                finest.get(number++).add(codes.get(0));
            }
            dimensions.add(new Dimension(name, TOTAL, broader));
        }
        CountTable table = new CountTable(dimensions, finest);
        List<String> columns = texts(node.get("cell_columns"));
        List<List<String>> codes = new ArrayList<>();
        node.get("cells")
                .forEach(row -> codes.add(IntStream.range(0, names.size())
                        .mapToObj(i -> row.get(i).asString())
                        .toList()));
        long[] counts = new long[codes.size()];
        BitSet primary = new BitSet();
        int[][] parts = new int[codes.size()][];
        for (int cell = 0; cell < counts.length; cell++) {
            JsonNode row = node.get("cells").get(cell);
            counts[cell] = row.get(columns.indexOf("freq")).asLong();
            primary.set(cell, row.get(columns.indexOf("primary")).asInt() == 1);
            parts[cell] = parts(table.cell(codes.get(cell)), table.size());
        }
        return new ReferenceTables(
                node.get("case_id").asString(),
                table,
                codes,
                counts,
                primary,
                node.get("summary").get("suppressed").asInt(),
                new Block(
                        table.size(),
                        parts,
                        List.of(counts),
                        List.of(new long[counts.length]),
                        order(codes, counts),
                        List.of(),
                        List.of()));
    }

    private static int[] parts(Expression cell, int unknowns) {
        double[] one = new double[unknowns];
        return IntStream.range(0, unknowns)
                .filter(unknown -> {
                    Arrays.fill(one, 0);
                    one[unknown] = 1;
                    return cell.valueAt(one) == 1;
                })
                .toArray();
    }

    /** The larger the more useful. */
    private static int[] order(List<List<String>> codes, long[] counts) {
        return IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer cell) -> -counts[cell])
                        .thenComparing(cell ->
                                -codes.get(cell).stream().filter(TOTAL::equals).count()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** What a release with these cells withheld tells the audit. */
    List<PublishedCell> published(BitSet withheld) {
        return IntStream.range(0, counts.length)
                .filter(cell -> !withheld.get(cell))
                .mapToObj(cell -> new PublishedCell(codes.get(cell), counts[cell]))
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
