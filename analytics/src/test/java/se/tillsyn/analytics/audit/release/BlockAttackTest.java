package se.tillsyn.analytics.audit.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BlockAttackTest {

    private static final int DRAWS = 120;
    private static final List<String> COUNTIES = List.of("01", "02", "03");
    private static final List<String> AGES = List.of("A", "B");
    private static final Regions REGIONS = new Regions(Map.of("01", "00", "02", "00", "03", "00"), Map.of());

    /** Whether each withheld cell is a breach, by its codes. */
    private static Map<CellKey, Boolean> breaches(List<RateCell> block, Assumption assumption) {
        Lattice lattice = LatticeBuilder.of(REGIONS, PublishedShapes.of(REGIONS, block), block);
        BlockAttack.Result result = BlockAttack.on(lattice, List.of(assumption));
        assertEquals(assumption, result.assumption());
        return result.verdicts().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> codes(lattice, entry.getKey()),
                        entry -> entry.getValue().breach() != null));
    }

    private static CellKey codes(Lattice lattice, int number) {
        RateCell cell = lattice.cell(number);
        assertNotNull(cell);
        return cell.key();
    }

    @Test
    void findsWhatCountingOutAllTablesFinds() {
        int breaches = 0;
        int safe = 0;
        for (int seed = 0; seed < DRAWS; seed++) {
            List<RateCell> block = drawn(new SplittableRandom(seed));
            AllTables tables = new AllTables(COUNTIES, AGES, block);
            Map<CellKey, Boolean> found = breaches(block, Assumption.NONE);
            for (RateCell cell : block) {
                if (cell.isWithheld()) {
                    boolean breach = isBreach(block, tables, cell);
                    assertEquals(breach, found.get(cell.key()), "seed " + seed + ", " + cell.key());
                    breaches += breach ? 1 : 0;
                    safe += breach ? 0 : 1;
                }
            }
        }
        assertTrue(breaches > 50 && safe > 50, breaches + " breaches, " + safe + " safe");
    }

    /** Counts that a published 0 tells of are told. */
    private static boolean isBreach(List<RateCell> block, AllTables tables, RateCell cell) {
        long[][] windows = tables.windows(cell);
        boolean breach = false;
        for (int measure = 0; measure < 3; measure++) {
            int at = measure;
            boolean told = measure < 2
                    && block.stream()
                            .anyMatch(other -> !other.isWithheld()
                                    && (at == 0 ? other.deficient() : other.assessed() - other.deficient()) == 0
                                    && isWithin(cell.key(), other.key()));
            long low = windows[measure][0];
            long high = windows[measure][1];
            breach |= !told && (high - low < 3 || (high - low) * 5 < high);
        }
        return breach;
    }

    private static boolean isWithin(CellKey part, CellKey whole) {
        return (whole.region().equals("00") || whole.region().equals(part.region()))
                && (whole.ageGroup().equals(AllTables.TOTAL) || whole.ageGroup().equals(part.ageGroup()));
    }

    /** A table with few files, most in a county and an age; some cells withheld, those of 0 published. */
    private static List<RateCell> drawn(SplittableRandom random) {
        long[][] finest = new long[2][12];
        for (int measure = 0; measure < 2; measure++) {
            for (int file = 3 + random.nextInt(4); file > 0; file--) {
                int county = random.nextInt(8) == 0 ? 3 : random.nextInt(3);
                int age = random.nextInt(8) == 0 ? 2 : random.nextInt(2);
                finest[measure][county * 3 + age]++;
            }
        }
        List<RateCell> block = new ArrayList<>();
        for (int county = -1; county < 3; county++) {
            for (int age = -1; age < 2; age++) {
                long deficient = 0;
                long met = 0;
                for (int place = 0; place < 12; place++) {
                    if ((county < 0 || place / 3 == county) && (age < 0 || place % 3 == age)) {
                        deficient += finest[0][place];
                        met += finest[1][place];
                    }
                }
                boolean withheld = (county >= 0 || age >= 0) && deficient + met > 0 && random.nextInt(3) > 0;
                block.add(AllTables.cell(
                        county < 0 ? "00" : COUNTIES.get(county),
                        age < 0 ? AllTables.TOTAL : AGES.get(age),
                        deficient,
                        deficient + met,
                        withheld));
            }
        }
        return block;
    }
}
