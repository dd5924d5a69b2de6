package se.tillsyn.analytics.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table of counts over several dimensions with totals and hierarchies. The unknowns are its finest cells; every cell,
 * published or withheld, is a sum of some of them.
 */
public final class CountTable {

    private final List<Dimension> dimensions;
    private final List<Map<String, Set<Integer>>> finestByCode;
    private final int[] strides;
    /** Unknown of each combination of finest codes, −1 where there is no cell. */
    private final int[] unknowns;

    private final int size;

    /**
     * A table whose finest cells are known.
     *
     * @param dimensions at least one
     * @param finest codes of each finest cell, in the order of the dimensions; the unknowns are numbered in this order
     */
    public CountTable(List<Dimension> dimensions, List<List<String>> finest) {
        this.dimensions = List.copyOf(dimensions);
        this.finestByCode = dimensions.stream().map(Dimension::finestByCode).toList();
        this.strides = new int[dimensions.size()];
        int product = 1;
        for (int i = 0; i < strides.length; i++) {
            strides[i] = product;
            product = Math.multiplyExact(product, dimensions.get(i).broader().size());
        }
        this.unknowns = new int[product];
        this.size = finest.size();
        Arrays.fill(unknowns, -1);
        for (int unknown = 0; unknown < size; unknown++) {
            List<String> codes = finest.get(unknown);
            List<Integer> places = places(codes);
            if (places.size() != 1 || unknowns[places.get(0)] >= 0 || !areFinest(codes)) {
                throw new IllegalArgumentException("table: expected different cells of finest codes, found " + codes);
            }
            unknowns[places.get(0)] = unknown;
        }
    }

    private boolean areFinest(List<String> codes) {
        for (int i = 0; i < codes.size(); i++) {
            if (!dimensions.get(i).broader().containsKey(codes.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A table with a cell for every combination of finest codes. */
    public static CountTable ofAllCombinations(List<Dimension> dimensions) {
        List<List<String>> finest = List.of(List.of());
        for (Dimension dimension : dimensions) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> codes : finest) {
                for (String code : dimension.broader().keySet()) {
                    List<String> extended = new ArrayList<>(codes);
                    extended.add(code);
                    longer.add(extended);
                }
            }
            finest = longer;
        }
        return new CountTable(dimensions, finest);
    }

    /** Number of finest cells. */
    public int size() {
        return size;
    }

    /**
     * A cell as a sum of finest cells.
     *
     * @param codes a code of each dimension, in their order
     * @throws IllegalArgumentException when a code is unknown
     */
    public Expression cell(List<String> codes) {
        return Expression.sum(places(codes).stream()
                .mapToInt(place -> unknowns[place])
                .filter(unknown -> unknown >= 0)
                .toArray());
    }

    private List<Integer> places(List<String> codes) {
        if (codes.size() != dimensions.size()) {
            throw new IllegalArgumentException("cell: expected " + dimensions.size() + " codes, found " + codes.size());
        }
        List<Integer> places = List.of(0);
        for (int i = 0; i < codes.size(); i++) {
            Set<Integer> finest = finestByCode.get(i).get(codes.get(i));
            if (finest == null) {
                throw new IllegalArgumentException("cell: expected a code of dimension "
                        + dimensions.get(i).name() + ", found " + codes.get(i));
            }
            List<Integer> longer = new ArrayList<>(places.size() * finest.size());
            for (int place : places) {
                for (int number : finest) {
                    longer.add(place + number * strides[i]);
                }
            }
            places = longer;
        }
        return places;
    }

    /** What a release with these cells says. */
    public LinearSystem released(List<PublishedCell> cells) {
        return LinearSystem.ofCounts(size)
                .with(cells.stream()
                        .map(published -> Released.exactly(cell(published.codes()), (double) published.count()))
                        .toList());
    }

    /**
     * What several releases of one period say together, when later ones only add files. Unknowns are the finest cells of the
     * first release, then for each later one the additions to them, 0 or more.
     *
     * @param releases published cells of each release, oldest first, at least one
     */
    public LinearSystem releasedInTurn(List<List<PublishedCell>> releases) {
        List<Released> figures = new ArrayList<>();
        for (int release = 0; release < releases.size(); release++) {
            for (PublishedCell published : releases.get(release)) {
                figures.add(Released.exactly(cell(published.codes(), release), (double) published.count()));
            }
        }
        return LinearSystem.ofCounts(Math.multiplyExact(size, releases.size())).with(figures);
    }

    /**
     * A cell of a release among several.
     *
     * @param codes a code of each dimension, in their order
     * @param release 0 for the oldest
     */
    public Expression cell(List<String> codes, int release) {
        Expression first = cell(codes);
        Expression sum = first;
        for (int later = 1; later <= release; later++) {
            sum = sum.plus(first.shifted(later * size));
        }
        return sum;
    }
}
