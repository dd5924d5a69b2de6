package se.tillsyn.web.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.web.dataset.Cells;
import se.tillsyn.web.dataset.DatasetTexts;
import se.tillsyn.web.dataset.DimensionValue;
import se.tillsyn.web.dataset.Slice;
import se.tillsyn.web.format.FormatOptions.Labels;

/** A slice as a long table: one row per cell, codes and names of its dimensions, the number and its status. */
final class LongRows {

    static final String NAME_SUFFIX = "_name";
    static final String VALUE = "value";
    static final String STATUS = "status";

    private final Slice slice;
    private final FormatOptions options;
    private final Cells cells;

    LongRows(Slice slice, FormatOptions options) {
        this.slice = slice;
        this.options = options;
        this.cells = slice.cells();
    }

    /**
     * A row: what was made of the texts of each of its values, dimensions in order, and the place of its figure in
     * {@link #cells}. The list is filled anew for the next row.
     */
    @FunctionalInterface
    interface Reader<P, E extends Exception> {
        void row(List<P> pieces, int cell) throws E;
    }

    Cells cells() {
        return cells;
    }

    /** Names of the text columns: a dimension's code, and the code with {@link #NAME_SUFFIX} for its names. */
    List<String> textFields() {
        List<String> fields = new ArrayList<>();
        for (Slice.Part part : slice.parts()) {
            if (options.labels() != Labels.TEXTS) {
                fields.add(part.dimension().code());
            }
            if (options.labels() != Labels.CODES) {
                fields.add(part.dimension().code() + NAME_SUFFIX);
            }
        }
        return fields;
    }

    /** Headings of the text columns, for people. */
    List<String> textHeadings() {
        List<String> headings = new ArrayList<>();
        LocalText code = DatasetTexts.of("heading.code");
        for (Slice.Part part : slice.parts()) {
            String label = options.language().of(part.dimension().label());
            if (options.labels() != Labels.TEXTS) {
                headings.add(label + " (" + options.language().of(code) + ")");
            }
            if (options.labels() != Labels.CODES) {
                headings.add(label);
            }
        }
        return headings;
    }

    /**
     * Shows each row in order, the last dimension varying fastest.
     *
     * @param piece makes of a value's texts, which are as many as its fields, what a row has of it; asked once per value
     */
    <P, E extends Exception> void forEach(Function<List<String>, P> piece, Reader<P, E> reader) throws E {
        List<Slice.Part> parts = slice.parts();
        List<List<P>> made = new ArrayList<>();
        List<P> row = new ArrayList<>();
        for (Slice.Part part : parts) {
            List<P> pieces = new ArrayList<>();
            for (int i = 0; i < part.size(); i++) {
                pieces.add(piece.apply(texts(part.value(i))));
            }
            made.add(pieces);
            row.add(pieces.get(0));
        }
        int[] places = new int[parts.size()];
        for (int cell = 0; cell < cells.size(); cell++) {
            reader.row(row, cell);
            advance(places, made, row);
        }
    }

    private List<String> texts(DimensionValue value) {
        String label = options.language().of(value.label());
        return switch (options.labels()) {
            case CODES -> List.of(value.code());
            case TEXTS -> List.of(label);
            case BOTH -> List.of(value.code(), label);
        };
    }

    private static <P> void advance(int[] places, List<List<P>> made, List<P> row) {
        for (int i = places.length - 1; i >= 0; i--) {
            places[i] = places[i] + 1 < made.get(i).size() ? places[i] + 1 : 0;
            row.set(i, made.get(i).get(places[i]));
            if (places[i] > 0) {
                return;
            }
        }
    }
}
