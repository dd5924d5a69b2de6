package se.tillsyn.analytics.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountTableTest {

    private static final Dimension REGION = region();
    private static final Dimension AGE = Dimension.flat("age", "Total", List.of("15-17", "18-25"));
    private static final CountTable TABLE = CountTable.ofAllCombinations(List.of(REGION, AGE));
    /** Municipality by age, in the table's order. */
    private static final double[] COUNTS = {3, 9, 7, 11, 30, 18};

    private static Dimension region() {
        Map<String, List<String>> broader = new LinkedHashMap<>();
        broader.put("0114", List.of("01"));
        broader.put("0115", List.of("01"));
        broader.put("0305", List.of("03"));
        return new Dimension("region", "Total", broader);
    }

    private static List<PublishedCell> without(List<List<String>> withheld) {
        List<PublishedCell> published = new ArrayList<>();
        for (String region : List.of("0114", "0115", "0305", "01", "03", "Total")) {
            for (String age : List.of("15-17", "18-25", "Total")) {
                List<String> codes = List.of(region, age);
                if (!withheld.contains(codes)) {
                    published.add(
                            new PublishedCell(codes, (long) TABLE.cell(codes).valueAt(COUNTS)));
                }
            }
        }
        return published;
    }

    private static final List<List<String>> RECTANGLE = List.of(
            List.of("0114", "15-17"), List.of("0114", "18-25"), List.of("0115", "15-17"), List.of("0115", "18-25"));

    @Test
    void aCellIsTheSumOfItsFinestCells() {
        assertEquals(6, TABLE.size());
        assertEquals(10, TABLE.cell(List.of("01", "15-17")).valueAt(COUNTS));
        assertEquals(78, TABLE.cell(List.of("Total", "Total")).valueAt(COUNTS));
        assertEquals(18, TABLE.cell(List.of("0305", "18-25")).valueAt(COUNTS));
    }

    @Test
    void aRectangleKeepsItsCellsUncertain() {
        Attack attack = Attack.on(TABLE.released(without(RECTANGLE)));

        for (List<String> codes : RECTANGLE) {
            assertFalse(attack.isDerivable(TABLE.cell(codes)));
            assertEquals(10, attack.wholeBounds(TABLE.cell(codes)).width());
        }
    }

    @Test
    void publishingAnyCornerOfARectangleTellsTheOthers() {
        for (List<String> shown : RECTANGLE) {
            List<List<String>> rest = new ArrayList<>(RECTANGLE);
            rest.remove(shown);
            Attack attack = Attack.on(TABLE.released(without(rest)));
            List<ProtectedSum> sums = rest.stream()
                    .map(codes -> new ProtectedSum(TABLE.cell(codes), 3))
                    .toList();

            assertEquals(sums, attack.tooNarrow(sums));
        }
    }

    @Test
    void aBroaderCodeWithOneMemberTellsIt() {
        Attack attack = Attack.on(TABLE.released(without(List.of(List.of("0305", "15-17")))));

        assertTrue(attack.isDerivable(TABLE.cell(List.of("0305", "15-17"))));
    }

    @Test
    void twoReleasesWithDifferentPatternsTellWhatEachHides() {
        List<List<String>> other = List.of(
                List.of("0114", "15-17"),
                List.of("0114", "18-25"),
                List.of("0305", "15-17"),
                List.of("0305", "18-25"),
                List.of("03", "15-17"),
                List.of("03", "18-25"),
                List.of("01", "15-17"),
                List.of("01", "18-25"));
        Expression cell = TABLE.cell(List.of("0115", "15-17"), 0);
        Attack first = Attack.on(TABLE.released(without(RECTANGLE)));
        Attack both = Attack.on(TABLE.releasedInTurn(List.of(without(RECTANGLE), without(other))));
        Attack same = Attack.on(TABLE.releasedInTurn(List.of(without(RECTANGLE), without(RECTANGLE))));

        assertEquals(10, first.realBounds(cell).width(), 1e-6);
        assertTrue(both.realBounds(cell).isExact());
        assertFalse(both.isDerivable(cell));
        assertEquals(10, same.realBounds(cell).width(), 1e-6);
    }

    @Test
    void laterReleasesAddTheirAdditions() {
        Expression cell = TABLE.cell(List.of("0114", "15-17"), 2);
        double[] values = new double[18];
        values[0] = 3;
        values[6] = 1;
        values[12] = 2;

        assertEquals(6, cell.valueAt(values));
    }

    @Test
    void refusesUnknownAndRepeatedCodes() {
        assertEquals(
                "cell: expected a code of dimension region, found 99",
                assertThrows(IllegalArgumentException.class, () -> TABLE.cell(List.of("99", "Total")))
                        .getMessage());
        assertEquals(
                "cell: expected 2 codes, found 1",
                assertThrows(IllegalArgumentException.class, () -> TABLE.cell(List.of("01")))
                        .getMessage());
        assertEquals(
                "table: expected different cells of finest codes, found [01, 15-17]",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new CountTable(List.of(REGION, AGE), List.of(List.of("01", "15-17"))))
                        .getMessage());
        assertEquals(
                "table: expected different cells of finest codes, found [0114, 15-17]",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new CountTable(
                                        List.of(REGION, AGE),
                                        List.of(List.of("0114", "15-17"), List.of("0114", "15-17"))))
                        .getMessage());
    }

    @Test
    void refusesADimensionWithoutCodesAndANegativeCount() {
        assertEquals(
                "dimension age: expected at least one finest code",
                assertThrows(IllegalArgumentException.class, () -> Dimension.flat("age", "Total", List.of()))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Dimension.flat("age", "Total", List.of("Total")));
        assertThrows(IllegalArgumentException.class, () -> new PublishedCell(List.of("Total"), -1));
    }
}
