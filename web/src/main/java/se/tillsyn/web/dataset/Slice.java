package se.tillsyn.web.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A part of a dataset: of each dimension some values, in an order of their own.
 *
 * @param dataset whole
 * @param parts every dimension once, the first varying slowest
 */
public record Slice(Dataset dataset, List<Part> parts) {

    public Slice {
        parts = List.copyOf(parts);
        if (parts.size() != dataset.dimensions().size()) {
            throw new IllegalArgumentException("slice: expected every dimension of the dataset");
        }
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

    /** Names the slice: the same text for the same values of the same dataset and release in the same order, and only then. */
    public String described() {
        StringBuilder text =
                new StringBuilder(dataset.release().release()).append(' ').append(dataset.id());
        for (Part part : parts) {
            text.append('\n').append(part.dimension().code()).append(Arrays.toString(part.indexes));
        }
        return text.toString();
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

    /** The same cells with the dimensions in another order; those not named keep theirs, after the others. */
    public Slice arranged(List<String> codes) {
        List<Part> arranged = new ArrayList<>();
        for (String code : codes) {
            arranged.add(part(code));
        }
        for (Part part : parts) {
            if (!codes.contains(part.dimension().code())) {
                arranged.add(part);
            }
        }
        return new Slice(dataset, arranged);
    }

    public Part part(String code) {
        return parts.stream()
                .filter(part -> part.dimension().code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
