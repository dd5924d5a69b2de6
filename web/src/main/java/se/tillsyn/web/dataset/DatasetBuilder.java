package se.tillsyn.web.dataset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.ReleaseLayout;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.RateView;
import se.tillsyn.web.release.ReleaseTables;
import se.tillsyn.web.release.TableColumn;
import se.tillsyn.web.release.TableColumns;
import se.tillsyn.web.release.TableKind;
import se.tillsyn.web.release.Topic;

/** Makes a dataset of the tables of one kind. */
final class DatasetBuilder {

    private static final String SELECTION_BASIS = "selection_basis";

    private final ReleaseTables release;
    private final ValueSets valueSets;
    private final Shape shape;
    private final List<String> levels;
    private final List<String> tables;

    private DatasetBuilder(
            ReleaseTables release, ValueSets valueSets, Shape shape, List<String> levels, List<String> tables) {
        this.release = release;
        this.valueSets = valueSets;
        this.shape = shape;
        this.levels = levels;
        this.tables = tables;
    }

    /** The dataset of a kind; empty when the release has no table of it, or only empty ones. */
    static Optional<Dataset> build(ReleaseTables release, ValueSets valueSets, Shape shape) {
        List<String> levels = new ArrayList<>();
        List<String> tables = new ArrayList<>();
        if (!shape.byLevel()) {
            tables.add(shape.table());
        } else {
            levels.addAll(release.manifest().levels());
            levels.add(ValueSets.GROUPS_OF_REGIONS);
            levels.removeIf(level -> !release.has(shape.table() + '_' + level));
            levels.forEach(level -> tables.add(shape.table() + '_' + level));
        }
        tables.removeIf(table -> !release.has(table) || release.table(table).rows() == 0);
        return tables.isEmpty()
                ? Optional.empty()
                : new DatasetBuilder(release, valueSets, shape, levels, tables).build();
    }

    private Optional<Dataset> build() {
        List<TableColumns> columns = tables.stream().map(release::table).toList();
        List<Dimension> keys = new ArrayList<>();
        Map<Shape.Key, Set<String>> distinct = distinct(columns);
        for (Shape.Key key : shape.keys()) {
            Set<String> present = distinct.getOrDefault(key, Set.of());
            if (key == Shape.Key.PERIOD) {
                present.removeIf(period -> !shape.times().hold(period));
                if (present.isEmpty()) {
                    return Optional.empty();
                }
            }
            keys.add(new Dimensions(release, valueSets, shape.id()).of(key, present, levels));
        }
        noteUnits(keys, columns);
        List<Dimension> dimensions = new ArrayList<>(keys);
        List<Dataset.Measured> measured = measured(columns.get(0));
        dimensions.add(keys.size() - 1, contents(measured));
        Cube cube =
                new Cube(release, tables, () -> packed(dimensions, keys, columns), () -> withheld(dimensions, columns));
        return Optional.of(
                new Dataset(shape, release.manifest(), dimensions, measured, notes(), usualTopic(keys), cube));
    }

    /** Of tables of rates the first topic whose files are counted: without a case rate half of what is shown first is empty. */
    private String usualTopic(List<Dimension> keys) {
        if (!shape.contents().equals(Contents.RATES)) {
            return "";
        }
        return keys.get(shape.keys().indexOf(Shape.Key.TOPIC)).values().stream()
                .map(DimensionValue::code)
                .filter(code -> release.codes()
                        .topics()
                        .find(code)
                        .map(Topic::hasCaseRate)
                        .orElse(false))
                .findFirst()
                .orElse("");
    }

    /** Codes that stand in the rows of the tables. */
    private Map<Shape.Key, Set<String>> distinct(List<TableColumns> columns) {
        Map<Shape.Key, Set<String>> distinct = new EnumMap<>(Shape.Key.class);
        Set<String> named = shape.keys().stream()
                .map(Shape.Key::column)
                .filter(column -> !column.isEmpty())
                .collect(Collectors.toSet());
        for (int table = 0; table < columns.size(); table++) {
            Map<String, Set<String>> found = columns.get(table).distinct(named);
            for (Shape.Key key : shape.keys()) {
                Set<String> present = distinct.computeIfAbsent(key, added -> new HashSet<>());
                present.addAll(
                        key.column().isEmpty()
                                ? codes(key, columns.get(table), tables.get(table))
                                        .distinct()
                                : found.getOrDefault(key.column(), Set.of()));
            }
        }
        return distinct;
    }

    private TableColumn.Texts codes(Shape.Key key, TableColumns table, String name) {
        return switch (key) {
            case LEVEL ->
                TableColumn.Texts.constant(
                        table.rows(), name.substring(shape.table().length() + 1));
            case WHOLE_TIME -> TableColumn.Texts.constant(table.rows(), wholeTime());
            default -> table.texts(key.column());
        };
    }

    private String wholeTime() {
        List<String> periods = release.manifest().periods();
        return periods.isEmpty() ? "0000" : periods.get(0) + "-" + periods.get(periods.size() - 1);
    }

    /** Key of each row of all tables, one after the other; {@link Cube#NONE} for a row of another dataset. */
    private long[] packed(List<Dimension> dimensions, List<Dimension> keys, List<TableColumns> columns) {
        long[] packed = new long[columns.stream().mapToInt(TableColumns::rows).sum()];
        long[] strides = Dataset.strides(dimensions);
        for (int k = 0; k < keys.size(); k++) {
            Dimension dimension = keys.get(k);
            long stride = strides[dimensions.indexOf(dimension)];
            int first = 0;
            for (int table = 0; table < columns.size(); table++) {
                TableColumn.Texts texts = codes(shape.keys().get(k), columns.get(table), tables.get(table));
                int[] places = texts.distinct().stream()
                        .mapToInt(code -> dimension.indexOf(code).orElse(Cube.NONE))
                        .toArray();
                for (int row = 0; row < texts.rows(); row++) {
                    int place = places[texts.place(row)];
                    boolean left = place == Cube.NONE || packed[first + row] == Cube.NONE;
                    packed[first + row] = left ? Cube.NONE : packed[first + row] + stride * place;
                }
                first += texts.rows();
            }
        }
        return packed;
    }

    /** Cells without a row that say so because counts are withheld: only comparisons leave such rows out. */
    private long[] withheld(List<Dimension> dimensions, List<TableColumns> columns) {
        if (!shape.table().equals(TableKind.COMPARISONS.code())) {
            return new long[0];
        }
        WithheldComparisons withheld = new WithheldComparisons(dimensions, Dataset.strides(dimensions));
        for (int table = 0; table < columns.size(); table++) {
            String rates = ReleaseLayout.tableOf(
                    RateView.INSPECTED.code(),
                    tables.get(table).substring(shape.table().length() + 1));
            if (release.has(rates)) {
                withheld.add(columns.get(table), release.table(rates));
            }
        }
        return withheld.keys();
    }

    /** Where every topic has a unit of its own, it is noted at the topic. */
    private void noteUnits(List<Dimension> keys, List<TableColumns> tables) {
        if (shape.contents().stream().noneMatch(content -> content.unit().equals("topic-unit"))) {
            return;
        }
        Map<String, String> units = new HashMap<>();
        for (TableColumns table : tables) {
            TableColumn.Texts topics = table.texts(Shape.Key.TOPIC.column());
            TableColumn.Texts values = table.texts("value_unit");
            for (int row = 0; row < table.rows(); row++) {
                units.putIfAbsent(
                        topics.distinct().get(topics.place(row)),
                        values.distinct().get(values.place(row)));
            }
        }
        Dimension topics = keys.get(0);
        List<DimensionValue> noted = topics.values().stream()
                .map(topic -> withUnit(topic, units.getOrDefault(topic.code(), "")))
                .toList();
        keys.set(
                0,
                new Dimension(
                        topics.code(),
                        topics.label(),
                        topics.role(),
                        noted,
                        topics.total().orElse(""),
                        topics.valueSets(),
                        topics.notes()));
    }

    private DimensionValue withUnit(DimensionValue topic, String unit) {
        LocalText name =
                release.codes().valueUnits().find(unit).map(Code.Named::name).orElse(new LocalText(unit, unit));
        LocalText before = DatasetTexts.of("note.unit");
        List<Note> notes = new ArrayList<>(topic.notes());
        notes.add(0, Note.mandatory(new LocalText(before.sv() + ' ' + name.sv(), before.en() + ' ' + name.en())));
        return new DimensionValue(topic.code(), topic.label(), notes);
    }

    private List<Dataset.Measured> measured(TableColumns table) {
        return shape.contents().stream()
                .filter(content -> table.has(content.code()))
                .map(content -> new Dataset.Measured(
                        content, content.code().equals(SELECTION_BASIS) ? selectionBases() : content.words()))
                .toList();
    }

    /** Numbers of the selection bases: 0 for a mixture, else the place in the code list. */
    private Map<String, Integer> selectionBases() {
        Map<String, Integer> numbers = new LinkedHashMap<>(Map.of("MIXED", 0));
        for (String code : release.codes().selectionBases().codes()) {
            numbers.putIfAbsent(code, numbers.size());
        }
        return numbers;
    }

    private Dimension contents(List<Dataset.Measured> measured) {
        List<DimensionValue> values = measured.stream()
                .map(measure -> new DimensionValue(
                        measure.content().code(), label(measure.content().code()), contentNotes(measure)))
                .toList();
        return new Dimension(
                Dataset.CONTENTS,
                DatasetTexts.of("dimension." + Dataset.CONTENTS),
                Role.METRIC,
                values,
                "",
                List.of(),
                List.of());
    }

    private LocalText label(String code) {
        String own = "content." + shape.texts() + '.' + code;
        return DatasetTexts.of(DatasetTexts.has(own) ? own : "content." + code);
    }

    private List<Note> contentNotes(Dataset.Measured measure) {
        List<Note> notes = new ArrayList<>();
        String code = measure.content().code();
        String own = "note." + shape.texts() + '.' + code;
        if (DatasetTexts.has(own)) {
            notes.add(Note.optional(DatasetTexts.of(own)));
        } else if (DatasetTexts.has("note." + code)) {
            notes.add(Note.optional(DatasetTexts.of("note." + code)));
        }
        if (!measure.words().isEmpty()) {
            notes.add(Note.mandatory(words(measure.words())));
        }
        return notes;
    }

    private LocalText words(Map<String, Integer> words) {
        List<Map.Entry<String, Integer>> sorted =
                words.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
        return new LocalText(
                sorted.stream()
                        .map(word ->
                                word.getValue() + " = " + word(word.getKey()).sv())
                        .collect(Collectors.joining("; ")),
                sorted.stream()
                        .map(word ->
                                word.getValue() + " = " + word(word.getKey()).en())
                        .collect(Collectors.joining("; ")));
    }

    private LocalText word(String code) {
        return release.codes()
                .selectionBases()
                .find(code)
                .map(Code.Named::name)
                .orElseGet(() -> DatasetTexts.ofOr("word." + code, code));
    }

    private List<Note> notes() {
        Manifest manifest = release.manifest();
        List<Note> notes = new ArrayList<>();
        if (manifest.synthetic()) {
            notes.add(Note.mandatory(DatasetTexts.of("note.synthetic")));
        }
        notes.add(Note.mandatory(DatasetTexts.of("note.disclosure")));
        notes.add(Note.mandatory(DatasetTexts.of("note.symbol.suppressed")));
        notes.add(Note.mandatory(DatasetTexts.of("note.symbol.not-available")));
        notes.add(Note.mandatory(DatasetTexts.of("note.symbol.not-applicable")));
        notes.add(Note.optional(manifest.disclaimer()));
        notes.add(Note.optional(DatasetTexts.of("dataset." + shape.texts() + ".description")));
        manifest.notes().forEach(note -> notes.add(Note.optional(note)));
        return List.copyOf(new LinkedHashSet<>(notes));
    }
}
