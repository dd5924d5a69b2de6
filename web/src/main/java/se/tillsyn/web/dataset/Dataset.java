package se.tillsyn.web.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.Manifest;

/** A published table as a cube. The measures are a dimension of their own, {@link #CONTENTS}; the time is {@link #TIME}. */
public final class Dataset {

    public static final String CONTENTS = "ContentsCode";
    public static final String TIME = "Tid";
    public static final String REGION = "Region";

    /** How often the time changes. */
    public enum TimeUnit {
        YEAR,
        QUARTER,
        WHOLE
    }

    private final Shape shape;
    private final Manifest release;
    private final List<Dimension> dimensions;
    private final List<Measured> contents;
    private final List<Note> notes;
    private final String usualTopic;
    private final Cube cube;

    /** A measure with its place among the values of {@link #CONTENTS} and the numbers for its words. */
    record Measured(Content content, Map<String, Integer> words) {}

    /** @param usualTopic code of the topic worth showing first; empty = the first */
    Dataset(
            Shape shape,
            Manifest release,
            List<Dimension> dimensions,
            List<Measured> contents,
            List<Note> notes,
            String usualTopic,
            Cube cube) {
        this.shape = shape;
        this.release = release;
        this.dimensions = List.copyOf(dimensions);
        this.contents = List.copyOf(contents);
        this.notes = List.copyOf(notes);
        this.usualTopic = usualTopic;
        this.cube = cube;
    }

    /** Identifier: lower case ASCII, the same in every release. */
    public String id() {
        return shape.id();
    }

    public Manifest release() {
        return release;
    }

    /** Name without time and dimensions. */
    public LocalText title() {
        LocalText title = DatasetTexts.of("dataset." + shape.texts() + ".title");
        if (shape.texts().equals(id())) {
            return title;
        }
        LocalText quarters = DatasetTexts.of("title.quarters");
        return new LocalText(title.sv() + ' ' + quarters.sv(), title.en() + ' ' + quarters.en());
    }

    public LocalText description() {
        return DatasetTexts.of("dataset." + shape.texts() + ".description");
    }

    /** Every dimension, measures and time last. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    public Optional<Dimension> dimension(String code) {
        return dimensions.stream()
                .filter(dimension -> dimension.code().equalsIgnoreCase(code))
                .findFirst();
    }

    public Dimension time() {
        return dimensions.get(dimensions.size() - 1);
    }

    public Dimension contents() {
        return dimensions.get(dimensions.size() - 2);
    }

    public List<Note> notes() {
        return notes;
    }

    public TimeUnit timeUnit() {
        return switch (shape.times()) {
            case YEARS -> TimeUnit.YEAR;
            case QUARTERS -> TimeUnit.QUARTER;
            case WHOLE -> TimeUnit.WHOLE;
        };
    }

    /** Whether counts are of a moment and not of a period. */
    public boolean stock() {
        return shape.stock();
    }

    /** What the measures refer to in time. */
    public LocalText referencePeriod() {
        return DatasetTexts.of("dataset." + shape.texts() + ".refperiod");
    }

    /** What one of the measure counts or is in. */
    public LocalText unit(int measure) {
        return DatasetTexts.of("unit." + contents.get(measure).content().unit());
    }

    /** How many decimals of the measure to show. */
    public int decimals(int measure) {
        return contents.get(measure).content().decimals();
    }

    /** Names of the release's tables behind the cube. */
    public List<String> tables() {
        return cube.tables();
    }

    /** A view worth showing first: usual measures, latest time, nation and main level, else the total, the usual topic or the first. */
    public Slice usual() {
        List<Slice.Part> parts = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            parts.add(new Slice.Part(dimension, usual(dimension)));
        }
        return new Slice(this, parts);
    }

    private int[] usual(Dimension dimension) {
        return switch (dimension.role()) {
            case METRIC ->
                places(contents.stream()
                        .map(content -> content.content().usual())
                        .toList());
            case TIME -> new int[] {dimension.size() - 1};
            case GEO ->
                places(dimension.values().stream()
                        .map(value -> value.code().equals(release.nation()) || mainLevel(dimension, value))
                        .toList());
            case CLASSIFICATION ->
                new int[] {
                    dimension.indexOf(dimension.total().orElse(usualTopic)).orElse(0)
                };
        };
    }

    private boolean mainLevel(Dimension regions, DimensionValue value) {
        String main = ValueSets.REGIONS + release.levels().get(1);
        return regions.valueSets().stream()
                .filter(set -> set.whole().equals(main))
                .anyMatch(set -> set.codes().contains(value.code()));
    }

    private static int[] places(List<Boolean> wanted) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i)) {
                places.add(i);
            }
        }
        return places.isEmpty()
                ? new int[] {0}
                : places.stream().mapToInt(Integer::intValue).toArray();
    }

    Cells read(Slice slice) {
        List<Slice.Part> parts = slice.parts();
        int size = Math.toIntExact(slice.size());
        long[] strides = stridesOf(parts);
        int measures = place(parts, CONTENTS);
        int count = parts.get(measures).size();
        int inner = 1;
        for (int i = measures + 1; i < parts.size(); i++) {
            inner *= parts.get(i).size();
        }
        long[] keys = new long[size / count];
        int[] cellOfRow = new int[keys.length];
        int[] places = new int[parts.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(parts, places, strides);
            cellOfRow[i] = i / inner * inner * count + i % inner;
            advance(parts, places, measures);
        }
        int[] rows = cube.rows(keys);
        Cells cells = new Cells(size);
        for (int m = 0; m < count; m++) {
            Measured measured = contents.get(parts.get(measures).index(m));
            cube.fill(measured.content(), measured.words(), rows, cellOfRow, m * inner, cells);
        }
        return cells;
    }

    private long[] stridesOf(List<Slice.Part> parts) {
        long[] own = strides(dimensions);
        return parts.stream()
                .mapToLong(part -> own[dimensions.indexOf(part.dimension())])
                .toArray();
    }

    /** What a step in a dimension adds to a packed key; 0 for measures. */
    static long[] strides(List<Dimension> dimensions) {
        long[] strides = new long[dimensions.size()];
        long stride = 1;
        for (int i = strides.length - 1; i >= 0; i--) {
            if (dimensions.get(i).role() != Role.METRIC) {
                strides[i] = stride;
                stride = Math.multiplyExact(stride, dimensions.get(i).size());
            }
        }
        return strides;
    }

    private static long key(List<Slice.Part> parts, int[] places, long[] strides) {
        long key = 0;
        for (int i = 0; i < places.length; i++) {
            key += strides[i] * parts.get(i).index(places[i]);
        }
        return key;
    }

    private static void advance(List<Slice.Part> parts, int[] places, int fixed) {
        for (int i = places.length - 1; i >= 0; i--) {
            if (i == fixed) {
                continue;
            }
            places[i]++;
            if (places[i] < parts.get(i).size()) {
                return;
            }
            places[i] = 0;
        }
    }

    private static int place(List<Slice.Part> parts, String code) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).dimension().code().equals(code)) {
                return i;
            }
        }
        throw new IllegalArgumentException("slice: expected the dimension " + code);
    }
}
