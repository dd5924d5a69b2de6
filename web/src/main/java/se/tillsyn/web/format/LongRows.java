package se.tillsyn.web.format;

import java.util.ArrayList;
import java.util.List;
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

    /** A row: its texts in the order of {@link #textFields}, and the place of its figure in {@link #cells}. */
    @FunctionalInterface
    interface Reader<E extends Exception> {
        void row(List<String> texts, int cell) throws E;
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

    /** Shows each row in order, the last dimension varying fastest. */
    <E extends Exception> void forEach(Reader<E> reader) throws E {
        List<Slice.Part> parts = slice.parts();
        List<List<String[]>> texts = new ArrayList<>();
        for (Slice.Part part : parts) {
            List<String[]> values = new ArrayList<>();
            for (int i = 0; i < part.size(); i++) {
                values.add(texts(part.value(i)));
            }
            texts.add(values);
        }
        int[] places = new int[parts.size()];
        for (int cell = 0; cell < cells.size(); cell++) {
            List<String> row = new ArrayList<>();
            for (int i = 0; i < places.length; i++) {
                row.addAll(List.of(texts.get(i).get(places[i])));
            }
            reader.row(row, cell);
            advance(parts, places);
        }
    }

    private String[] texts(DimensionValue value) {
        String label = options.language().of(value.label());
        return switch (options.labels()) {
            case CODES -> new String[] {value.code()};
            case TEXTS -> new String[] {label};
            case BOTH -> new String[] {value.code(), label};
        };
    }

    private static void advance(List<Slice.Part> parts, int[] places) {
        for (int i = places.length - 1; i >= 0; i--) {
            places[i]++;
            if (places[i] < parts.get(i).size()) {
                return;
            }
            places[i] = 0;
        }
    }
}
