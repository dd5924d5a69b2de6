package se.tillsyn.web.dataset;

import java.util.List;

/**
 * A part of a dataset: of each dimension some values, in an order of their own.
 *
 * @param dataset whole
 * @param parts every dimension once, the first varying slowest
 * @param headings how many of the parts, the last ones, stand in the heading of a wide table; the others stand in its stub
 */
public record Slice(Dataset dataset, List<Part> parts, int headings) {

    private static final int MEASURES_AND_TIME = 2;

    public Slice {
        parts = List.copyOf(parts);
        if (parts.size() != dataset.dimensions().size() || headings < 0 || headings > parts.size()) {
            throw new IllegalArgumentException("slice: expected every dimension of the dataset");
        }
    }

    /** With measures and time in the heading, which come last in every dataset. */
    public Slice(Dataset dataset, List<Part> parts) {
        this(dataset, parts, MEASURES_AND_TIME);
    }

    /** Chosen values of a dimension. */
    public static final class Part {

        private final Dimension dimension;
        private final int[] indexes;

        /** @param indexes places of the values in the dimension, at least one */
        public Part(Dimension dimension, int[] indexes) {
            if (indexes.length == 0) {
                throw new IllegalArgumentException("slice: expected a value of each dimension");
            }
            this.dimension = dimension;
            this.indexes = indexes.clone();
        }

        public Dimension dimension() {
            return dimension;
        }

        /** Place in the dimension of the value at a place among those chosen. */
        public int index(int place) {
            return indexes[place];
        }

        public DimensionValue value(int place) {
            return dimension.values().get(indexes[place]);
        }

        public int size() {
            return indexes.length;
        }
    }

    /** Number of cells. */
    public long size() {
        long size = 1;
        for (Part part : parts) {
            size = Math.multiplyExact(size, part.size());
        }
        return size;
    }

    /** The figures, the last dimension varying fastest. */
    public Cells cells() {
        return dataset.read(this);
    }

    /** The same cells with the dimensions in another order, of which the last ones stand in the heading. */
    public Slice arranged(List<String> codes, int inHeading) {
        return new Slice(dataset, codes.stream().map(this::part).toList(), inHeading);
    }

    /** What stands in the stub, the first varying slowest. */
    public List<Part> stub() {
        return parts.subList(0, parts.size() - headings);
    }

    /** What stands in the heading, the last varying fastest. */
    public List<Part> heading() {
        return parts.subList(parts.size() - headings, parts.size());
    }

    public Part part(String code) {
        return parts.stream()
                .filter(part -> part.dimension().code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
