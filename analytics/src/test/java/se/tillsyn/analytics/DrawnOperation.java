package se.tillsyn.analytics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import se.tillsyn.analytics.cube.BoundedCases;
import se.tillsyn.analytics.cube.Cube;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.statistics.ClusterSums;

/** An operation of miniland with files of one age, type and quarter of 2020, drawn; and the cells of several. */
record DrawnOperation(String county, String type, String age, String quarter, int files, int deficient) {

    private static final String TOTAL = "TOTAL";

    /** As miniland has them: one county in two groups, one in none. */
    private static final Map<String, List<String>> GROUPS_OF =
            Map.of("C1", List.of("G1"), "C2", List.of("G1", "G2"), "C3", List.of("G2"), "C4", List.of());

    private record Name(String level, String region, String period, String age, String type) {}

    private static final class Sums {
        private long files;
        private long deficient;
        private int operations;
        private int deficientOperations;
    }

    /** From {@code least} to fewer than {@code most} operations of up to 12 files. */
    static List<DrawnOperation> draw(long seed, int least, int most) {
        SplittableRandom random = new SplittableRandom(seed);
        List<DrawnOperation> drawn = new ArrayList<>();
        int operations = least + random.nextInt(most - least);
        for (int i = 0; i < operations; i++) {
            String county = "C" + (1 + random.nextInt(4));
            String type = List.of("BOARD", "HOME").get(random.nextInt(2));
            String age = List.of("15-17", "18-25", "26+").get(random.nextInt(3));
            String quarter = "2020-Q" + (1 + random.nextInt(4));
            int files = 1 + random.nextInt(12);
            drawn.add(new DrawnOperation(county, type, age, quarter, files, random.nextInt(files + 1)));
        }
        return drawn;
    }

    /** The same place with other files. */
    DrawnOperation with(int newFiles, int newDeficient) {
        return new DrawnOperation(county, type, age, quarter, newFiles, newDeficient);
    }

    /** Every cell that miniland's plan publishes. */
    static List<DeficiencyCell> cells(List<DrawnOperation> operations) {
        Map<Name, Sums> cells = new TreeMap<>(Comparator.comparing(Name::toString));
        for (DrawnOperation operation : operations) {
            for (Name name : operation.names()) {
                Sums sums = cells.computeIfAbsent(name, any -> new Sums());
                sums.files += operation.files;
                sums.deficient += operation.deficient;
                sums.operations++;
                sums.deficientOperations += operation.deficient > 0 ? 1 : 0;
            }
        }
        return cells.entrySet().stream()
                .map(cell -> cell(cell.getKey(), cell.getValue()))
                .toList();
    }

    private List<Name> names() {
        List<Name> names = new ArrayList<>();
        for (String ofAge : List.of(TOTAL, age)) {
            for (String ofType : List.of(TOTAL, type)) {
                names.add(new Name("nation", "00", "2020", ofAge, ofType));
            }
            names.add(new Name("nation", "00", quarter, ofAge, TOTAL));
        }
        names.add(new Name("county", county, "2020", TOTAL, TOTAL));
        names.add(new Name("county", county, "2020", age, TOTAL));
        names.add(new Name("county", county, "2020", TOTAL, type));
        for (String group : GROUPS_OF.getOrDefault(county, List.of())) {
            names.add(new Name("region_group", group, "2020", TOTAL, TOTAL));
            names.add(new Name("region_group", group, "2020", TOTAL, type));
        }
        return names;
    }

    private static DeficiencyCell cell(Name name, Sums sums) {
        return new DeficiencyCell(
                "T1",
                name.level(),
                name.region(),
                name.period(),
                name.age(),
                name.type(),
                "CENSUS",
                true,
                true,
                true,
                new ClusterSums(
                        sums.operations,
                        sums.files,
                        sums.deficient,
                        sums.deficient * sums.deficient,
                        sums.deficient * sums.files,
                        sums.files * sums.files),
                sums.operations,
                sums.deficientOperations,
                BoundedCases.NONE);
    }

    static Cube cubeOf(List<DeficiencyCell> cells) {
        return new Cube(cells, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
