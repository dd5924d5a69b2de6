package se.tillsyn.analytics.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.TestStore;
import se.tillsyn.analytics.cube.HeldPlace;
import se.tillsyn.ingest.profile.Regions;

/** Places held in one release after another: a place that is held again is as it was, whatever is held around it. */
class HoldingTest {

    private static final Instant FIRST = Instant.parse("2026-03-01T07:00:00Z");
    private static final Instant LATER = Instant.parse("2026-09-01T07:00:00Z");
    private static final HeldPlace NATION = new HeldPlace("T1", "2020", "00");
    private static final HeldPlace COUNTY = new HeldPlace("T1", "2020", "C1");

    private final Regions regions = TestStore.miniland().regions();

    private static int limit(Holding holding, String county) {
        return holding.limit("T1", "2020", List.of(county, "00"), 9);
    }

    @Test
    void holdsAPlaceAsTheReleaseBeforeKnewIt() {
        Holding holding = Holding.NONE.with(COUNTY, Holding.NONE, 4, FIRST, regions);
        assertEquals(4, limit(holding, "C1"));
        assertEquals(9, limit(holding, "C2"));
        assertEquals(9, holding.limit("T1", "2021", List.of("C1", "00"), 9));
        assertEquals(9, holding.limit("T2", "2020", List.of("C1", "00"), 9));
    }

    @Test
    void keepsAPlaceThatWasHeldLongerInsideAWiderOne() {
        Holding before = Holding.NONE.with(COUNTY, Holding.NONE, 4, FIRST, regions);
        Holding holding = Holding.NONE.with(NATION, before, 6, FIRST, regions);
        assertEquals(4, limit(holding, "C1"));
        assertEquals(6, limit(holding, "C2"));
    }

    @Test
    void holdsAPartOfWhatWasHeldAsAWhole() {
        Holding before = Holding.NONE.with(NATION, Holding.NONE, 4, FIRST, regions);
        Holding holding = Holding.NONE.with(COUNTY, before, 6, LATER, regions);
        assertEquals(4, limit(holding, "C1"));
        assertEquals(9, limit(holding, "C2"));
    }

    /** A release that is made again of the same store says the same. */
    @Test
    void saysNothingOfPlacesThatAreAsNewAsTheRelease() {
        Holding before = Holding.NONE.with(COUNTY, Holding.NONE, 4, FIRST, regions);
        Holding again = Holding.NONE.with(NATION, before, 6, FIRST, regions).before(6);
        assertEquals(Map.of(COUNTY, new Holding.Held(4, FIRST)), again.held());
    }
}
