package se.tillsyn.analytics.cube;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.TestStore;

class CubeInvariantsTest {

    private final CubeDimensions dimensions = new CubeDimensions(TestStore.miniland());
    private final int topic = Objects.requireNonNull(dimensions.topic("T1"));
    private final int nation = dimensions.region("00");
    private final int county = dimensions.region("C4");
    private final int board = dimensions.operationType("BOARD");
    private final int year = CubeDimensions.yearPeriod(CubeDimensions.day(18_000));
    private final CubePart cube = new CubePart();

    private void unit(int region, int period, int type, int cases, int deficient) {
        cube.inspected.addUnit(
                CellKey.of(topic, region, period, 0, type),
                cases,
                deficient,
                FindingCode.JUDGED | (deficient > 0 ? FindingCode.DEFICIENT : 0));
    }

    private void whole() {
        unit(nation, year, 0, 10, 3);
        unit(nation, year, board, 10, 3);
        unit(county, year, 0, 10, 3);
        unit(county, year, board, 10, 3);
    }

    private String breach() {
        IllegalStateException breach =
                assertThrows(IllegalStateException.class, () -> new CubeInvariants(dimensions).check(cube));
        return String.valueOf(breach.getMessage());
    }

    @Test
    void acceptsACubeThatAddsUp() {
        whole();
        assertDoesNotThrow(() -> new CubeInvariants(dimensions).check(cube));
    }

    @Test
    void namesACountyThatHasMoreThanItsNationWithoutSayingHowMuch() {
        whole();
        unit(county, year, 0, 4711, 4711);
        String message = breach();
        assertTrue(message.contains("REGION T1 C4"), message);
        assertFalse(message.contains("4711"), message);
    }

    @Test
    void findsFilesThatNoTypeHas() {
        whole();
        unit(nation, year, 0, 5, 0);
        assertTrue(breach().contains("TYPE T1 00"));
    }

    @Test
    void findsAYearThatItsQuartersDoNotAddUpTo() {
        whole();
        unit(nation, year + 1, 0, 4, 1);
        assertTrue(breach().contains("QUARTER T1 00"));
    }

    @Test
    void findsMoreDeficientThanAssessed() {
        whole();
        cube.inspected.add(CellKey.of(topic, nation, year, 0, 0), CellSums.DEFICIENT_UNITS, 5);
        assertTrue(breach().contains("ORDERED T1 00"));
    }

    @Test
    void findsAnyTopicThatIsLessThanOneOfThem() {
        whole();
        cube.coverage.addUnit(CellKey.of(0, nation, year, 0, 0), 0, 0, FindingCode.JUDGED);
        assertTrue(breach().contains("UNION T1 00"));
    }
}
