package se.tillsyn.analytics.audit.release;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All cells of one topic, year and view, published, withheld or never shown, and how they add up: the nation is its counties,
 * a county its municipalities, a group its members, all types the types, all ages the ages, the year its quarters.
 *
 * <p>Cells that are never shown (a municipality's age group of one operation type) are there too, since their being counts of
 * 0 or more ties the shown ones together. Findings with an age band that overlaps others, or without a place, enter the
 * whole only: each such sum has a remainder of its own, a cell that is never shown.
 */
final class Lattice {

    /** Instead of a number: the cell is known to be 0. */
    static final int ZERO = -1;

    /** A whole that is the sum of its parts. */
    static final class Sum {
        private final int whole;
        private final int[] parts;
        private final int remainder;
        private final String line;

        /**
         * @param whole number of the cell, or {@link #ZERO}
         * @param parts numbers of cells not known to be 0
         * @param remainder which of the parts takes what the published parts do not hold, or {@link #ZERO}
         * @param line what kind of sum it is; sums of a kind have remainders for the same reason
         */
        Sum(int whole, List<Integer> parts, int remainder, String line) {
            this.whole = whole;
            this.parts = parts.stream().mapToInt(Integer::intValue).toArray();
            this.remainder = remainder;
            this.line = line;
        }

        int whole() {
            return whole;
        }

        /** Not to be changed. */
        int[] parts() {
            return parts;
        }

        int remainder() {
            return remainder;
        }

        String line() {
            return line;
        }
    }

    /** The codes of a sum, cells of 0 included. */
    record Line(Place whole, List<Place> parts) {}

    private final List<@Nullable RateCell> cells;
    private final List<Sum> sums;
    private final Map<Place, Integer> numbers;
    private final List<Line> lines;

    Lattice(List<@Nullable RateCell> cells, List<Sum> sums, Map<Place, Integer> numbers, List<Line> lines) {
        this.cells = cells;
        this.sums = sums;
        this.numbers = numbers;
        this.lines = lines;
    }

    /**
     * The same block in two releases, when the later one only adds files: every cell of the later is the earlier one and an addition
     * of 0 or more, and additions add up as cells do.
     *
     * @param shapesBefore what the earlier release publishes
     */
    static Lattice joined(Lattice earlier, PublishedShapes shapesBefore, Lattice later) {
        List<@Nullable RateCell> cells = new ArrayList<>(earlier.cells);
        cells.addAll(later.cells);
        List<Sum> sums = new ArrayList<>(earlier.sums);
        int first = earlier.size();
        later.sums.forEach(sum -> sums.add(shifted(sum, first)));
        Map<Place, Integer> additions = new HashMap<>();
        later.numbers.forEach((place, number) -> {
            Integer before = earlier.numbers.get(place);
            if (before == null
                    && shapesBefore.publishes(
                            place.region(), place.period(), place.ageGroup(), place.operationType())) {
                before = ZERO;
            }
            if (before != null && number == ZERO) {
                additions.put(place, ZERO);
                if (before != ZERO) {
                    sums.add(new Sum(ZERO, List.of(before), ZERO, "editions"));
                }
            } else if (before != null && before == ZERO) {
                additions.put(place, first + number);
            } else if (before != null) {
                int addition = cells.size();
                cells.add(null);
                additions.put(place, addition);
                sums.add(new Sum(first + number, List.of(before, addition), ZERO, "editions"));
            }
        });
        later.lines.forEach(line -> addAdditions(line, additions, sums));
        return new Lattice(cells, sums, Map.of(), List.of());
    }

    private static Sum shifted(Sum sum, int distance) {
        List<Integer> parts =
                Arrays.stream(sum.parts).mapToObj(part -> part + distance).toList();
        return new Sum(
                sum.whole == ZERO ? ZERO : sum.whole + distance,
                parts,
                sum.remainder == ZERO ? ZERO : sum.remainder + distance,
                sum.line);
    }

    /** A sum of additions, where all of them are known to be such. */
    private static void addAdditions(Line line, Map<Place, Integer> additions, List<Sum> sums) {
        Integer whole = additions.get(line.whole);
        List<Integer> parts = new ArrayList<>();
        for (Place place : line.parts) {
            Integer part = additions.get(place);
            if (part == null) {
                return;
            }
            if (part != ZERO) {
                parts.add(part);
            }
        }
        if (whole != null && (whole != ZERO || !parts.isEmpty())) {
            sums.add(new Sum(whole, parts, ZERO, "additions"));
        }
    }

    /** Number of cells that are not known to be 0. */
    int size() {
        return cells.size();
    }

    /** What is published of a cell; {@code null} for one that is never shown. */
    @Nullable
    RateCell cell(int number) {
        return cells.get(number);
    }

    List<Sum> sums() {
        return sums;
    }

    /** Tells this block from every other one that an attack could find something else in: SHA-256 of cells and sums. */
    String fingerprint() {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            try (DataOutputStream out =
                    new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), hash))) {
                for (RateCell cell : cells) {
                    out.writeUTF(cell == null ? "" : cell.toString());
                }
                for (Sum sum : sums) {
                    out.writeInt(sum.whole);
                    out.writeInt(sum.parts.length);
                    for (int part : sum.parts) {
                        out.writeInt(part);
                    }
                    out.writeInt(sum.remainder);
                    out.writeUTF(sum.line);
                }
            }
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("expected SHA-256, which every Java has", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cells that are withheld. */
    BitSet withheld() {
        BitSet withheld = new BitSet(cells.size());
        for (int number = 0; number < cells.size(); number++) {
            RateCell cell = cells.get(number);
            if (cell != null && cell.isWithheld()) {
                withheld.set(number);
            }
        }
        return withheld;
    }
}
