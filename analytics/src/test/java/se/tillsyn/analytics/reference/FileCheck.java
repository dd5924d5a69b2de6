package se.tillsyn.analytics.reference;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import se.tillsyn.analytics.reference.ReferenceTable.Row;

/**
 * How one file is checked. Every column is either given (read by the computation, or a label) or expected (compared);
 * {@link ReferenceTest} fails when the file holds a column that is neither.
 */
public final class FileCheck {

    /** Our figures for a row. */
    @FunctionalInterface
    public interface Computation {
        Figures of(Row row, ReferenceFolder folder);
    }

    /** The tests of a file that is not a table. */
    @FunctionalInterface
    public interface Cases {
        Stream<DynamicTest> of(ReferenceFolder folder);
    }

    /** What an empty expected field means. */
    private enum Empty {
        /** Our code must say that the figure does not exist. */
        NOT_DEFINED,
        /** The other program did not compute it: nothing to compare. */
        NOT_GIVEN
    }

    /** Deviation that is allowed: the larger of the two. */
    private record Tolerance(double relative, double absolute) {}

    private record Expectation(Tolerance tolerance, Empty empty) {}

    /** Tolerance of the files unless a column says otherwise. */
    private static final Tolerance USUAL = new Tolerance(1e-6, 1e-12);

    private final String file;
    private final Set<String> given = new LinkedHashSet<>();
    private final Map<String, Expectation> expected = new LinkedHashMap<>();
    private final Cases cases;

    private FileCheck(String file, Cases cases) {
        this.file = file;
        this.cases = cases;
    }

    /** A table whose rows are computed one by one. */
    public static FileCheck table(String file, Computation computation) {
        FileCheck[] self = new FileCheck[1];
        self[0] = new FileCheck(file, folder -> self[0].rows(folder, computation));
        return self[0];
    }

    /** A table that only holds inputs, which the checks of other files read. */
    public static FileCheck inputs(String file, String... columns) {
        return new FileCheck(file, folder -> Stream.empty()).given(columns);
    }

    /** A file of another form; its tests must account for each of its parts themselves. */
    public static FileCheck other(String file, Cases cases) {
        return new FileCheck(file, cases);
    }

    /** Columns that are inputs or labels. */
    public FileCheck given(String... columns) {
        given.addAll(List.of(columns));
        return this;
    }

    /** Columns that are compared with the usual tolerance, 1e-6 relative; text exactly; empty means not defined. */
    public FileCheck expected(String... columns) {
        return expect(new Expectation(USUAL, Empty.NOT_DEFINED), columns);
    }

    /** As {@link #expected}, but where the field is empty nothing is compared. */
    public FileCheck expectedWhereGiven(String... columns) {
        return expect(new Expectation(USUAL, Empty.NOT_GIVEN), columns);
    }

    /**
     * As {@link #expected} with a tolerance that the file's description states.
     *
     * @param relative share of the expected value
     * @param absolute in the column's unit
     */
    public FileCheck expectedWithin(double relative, double absolute, String... columns) {
        return expect(new Expectation(new Tolerance(relative, absolute), Empty.NOT_DEFINED), columns);
    }

    /** As {@link #expectedWithin}, but where the field is empty nothing is compared. */
    public FileCheck expectedWhereGivenWithin(double relative, double absolute, String... columns) {
        return expect(new Expectation(new Tolerance(relative, absolute), Empty.NOT_GIVEN), columns);
    }

    private FileCheck expect(Expectation expectation, String... columns) {
        for (String column : columns) {
            expected.put(column, expectation);
        }
        return this;
    }

    String file() {
        return file;
    }

    boolean isTable() {
        return file.endsWith(".csv");
    }

    /** Columns that the check knows. */
    Set<String> columns() {
        Set<String> all = new LinkedHashSet<>(given);
        all.addAll(expected.keySet());
        return all;
    }

    Stream<DynamicTest> tests(ReferenceFolder folder) {
        return cases.of(folder);
    }

    private Stream<DynamicTest> rows(ReferenceFolder folder, Computation computation) {
        return folder.table(file).rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.toString(), () -> compare(row, computation.of(row, folder))));
    }

    private void compare(Row row, Figures figures) {
        StringBuilder faults = new StringBuilder();
        if (!figures.values().keySet().equals(expected.keySet())) {
            faults.append("; computed columns ")
                    .append(figures.values().keySet())
                    .append(", expected ");
            faults.append(expected.keySet());
        }
        expected.forEach((column, expectation) -> {
            String text = row.text(column);
            Object found = figures.values().get(column);
            if (!equal(text, found, expectation)) {
                faults.append("; ").append(column).append(": expected ").append(text.isEmpty() ? "nothing" : text);
                faults.append(", found ").append(found == null ? "nothing" : found);
            }
        });
        if (faults.length() > 0) {
            throw new AssertionError(file + " " + row + faults);
        }
    }

    private static boolean equal(String text, @Nullable Object found, Expectation as) {
        if (text.isEmpty()) {
            return as.empty() == Empty.NOT_GIVEN || found == null;
        }
        if (found instanceof Double number) {
            double value = Double.parseDouble(text);
            double allowed = Math.max(
                    as.tolerance().relative() * Math.abs(value), as.tolerance().absolute());
            return Math.abs(value - number) <= allowed;
        }
        return text.equals(found);
    }
}
