package se.tillsyn.analytics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import se.tillsyn.analytics.cube.BoundedCases;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.ingest.profile.Code;
import se.tillsyn.ingest.profile.CodeListName;
import se.tillsyn.ingest.profile.Indicator;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.profile.ProfileDescription;

/**
 * A drawn national set of protected cells: topics' years of the profile's files, each with operations in most municipalities,
 * more of them in large ones, and every cell that the built-in plan publishes of years and quarters.
 */
final class DrawnNation {

    private static final int FIRST_YEAR = 1950;
    private static final int MOST_FILES = 14;
    private static final int QUARTERS = 4;

    private record Name(String level, String region, String period, String age, String type) {}

    private static final class Sums {
        private int operations;
        private int deficientOperations;
        private long files;
        private long deficient;
        private long squaredFiles;
        private long products;
        private long squaredDeficient;
    }

    private final List<String> topics = new ArrayList<>();
    private final List<String> ages;
    private final List<String> types;
    private final Map<String, List<String>> around = new TreeMap<>();
    private final Map<String, Integer> operations = new HashMap<>();
    private final Map<String, String> levelOf = new HashMap<>();

    DrawnNation(Profile profile) {
        for (Indicator indicator : profile.indicators()) {
            Indicator.Conditions conditions = indicator.conditions();
            if (indicator.kind() == Indicator.Kind.RATE
                    && conditions != null
                    && conditions.observedUnits().stream().anyMatch(unit -> profile.codes(CodeListName.OBSERVED_UNITS)
                            .get(unit)
                            .flag("protected"))) {
                topics.add(indicator.id());
            }
        }
        ages = profile.codes(CodeListName.AGE_GROUPS).codes().stream()
                .filter(age -> age.code().equals(age.attribute("analysis_band")))
                .map(Code::code)
                .sorted()
                .toList();
        types = profile.codes(CodeListName.OPERATION_TYPES).codes().stream()
                .map(Code::code)
                .sorted()
                .limit(6)
                .toList();
        List<String> levels = profile.regions().levels();
        SplittableRandom random = new SplittableRandom(1);
        for (Code region : profile.regions().codes().codes()) {
            String level = profile.regions().levelOf(region.code());
            levelOf.put(region.code(), level);
            if (level.equals(levels.get(levels.size() - 1))) {
                around.put(region.code(), new ArrayList<>(profile.regions().selfAndAbove(region.code())));
                // Few large municipalities, many small ones.
                operations.put(region.code(), (int) Math.min(20, 1 + 2 / (0.1 + random.nextDouble())));
            }
        }
        for (Map<String, String> member : profile.rows(profile.description().regionGroupMembers())) {
            List<String> of = around.get(member.getOrDefault("region", ""));
            if (of != null) {
                of.add(member.getOrDefault("group", ""));
                levelOf.put(member.getOrDefault("group", ""), ProfileDescription.REGION_GROUP);
            }
        }
    }

    /** At least so many cells, of whole topics' years, in the order of their codes. */
    List<DeficiencyCell> cells(int least) {
        List<DeficiencyCell> all = new ArrayList<>();
        for (int block = 0; all.size() < least; block++) {
            String topic = topics.get(block % topics.size());
            String year = Integer.toString(FIRST_YEAR + block / topics.size());
            Map<Name, Sums> cells = new HashMap<>();
            SplittableRandom random = new SplittableRandom(block);
            double rate = 0.1 + 0.5 * random.nextDouble();
            around.forEach((region, regions) -> {
                int reviewed = random.nextInt(operations.getOrDefault(region, 1) + 1);
                for (int i = 0; i < reviewed; i++) {
                    review(regions, year, rate, random, cells);
                }
            });
            cells.forEach((name, sums) -> all.add(cell(topic, name, sums)));
        }
        all.sort(Comparator.comparing(DeficiencyCell::topic)
                .thenComparing(DeficiencyCell::region)
                .thenComparing(DeficiencyCell::period)
                .thenComparing(cell -> cell.ageGroup().equals(RateColumns.TOTAL) ? "" : cell.ageGroup())
                .thenComparing(cell -> cell.operationType().equals(RateColumns.TOTAL) ? "" : cell.operationType()));
        return all;
    }

    /** One operation: of one type, in one quarter, with files of some ages. */
    private void review(
            List<String> regions, String year, double rate, SplittableRandom random, Map<Name, Sums> cells) {
        String type = types.get(Math.min(random.nextInt(types.size()), random.nextInt(types.size())));
        String quarter = year + "-Q" + (1 + random.nextInt(QUARTERS));
        long files = 0;
        long deficient = 0;
        for (String age : ages) {
            int some = random.nextInt(2) * (1 + random.nextInt(MOST_FILES));
            int bad = 0;
            for (int file = 0; file < some; file++) {
                bad += random.nextDouble() < rate ? 1 : 0;
            }
            if (some > 0) {
                files += some;
                deficient += bad;
                for (String region : regions) {
                    add(region, year, age, RateColumns.TOTAL, some, bad, cells);
                }
            }
        }
        if (files > 0) {
            for (String region : regions) {
                String level = levelOf.getOrDefault(region, "");
                add(region, year, RateColumns.TOTAL, RateColumns.TOTAL, files, deficient, cells);
                add(region, year, RateColumns.TOTAL, type, files, deficient, cells);
                if (level.equals("nation") || level.equals("county")) {
                    add(region, quarter, RateColumns.TOTAL, RateColumns.TOTAL, files, deficient, cells);
                }
            }
        }
    }

    private void add(
            String region, String period, String age, String type, long files, long deficient, Map<Name, Sums> cells) {
        Sums sums = cells.computeIfAbsent(
                new Name(levelOf.getOrDefault(region, ""), region, period, age, type), any -> new Sums());
        sums.operations++;
        sums.deficientOperations += deficient > 0 ? 1 : 0;
        sums.files += files;
        sums.deficient += deficient;
        sums.squaredFiles += files * files;
        sums.products += files * deficient;
        sums.squaredDeficient += deficient * deficient;
    }

    private static DeficiencyCell cell(String topic, Name name, Sums sums) {
        return new DeficiencyCell(
                topic,
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
                        sums.squaredDeficient,
                        sums.products,
                        sums.squaredFiles),
                sums.operations,
                sums.deficientOperations,
                BoundedCases.NONE);
    }
}
