package se.tillsyn.ingest.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.deidentification.PersonalData;
import se.tillsyn.ingest.deidentification.PersonalDataScreen;
import se.tillsyn.ingest.deidentification.Place;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.layout.Cell;
import se.tillsyn.ingest.layout.ColumnRule;
import se.tillsyn.ingest.layout.IdPart;
import se.tillsyn.ingest.layout.Layout;
import se.tillsyn.ingest.layout.UnitFactor;

/** A layout bound by name to the header of one file: from then on everything goes by index. */
final class Binding {

    /** Places that are no slot: a column the file lacks, the wide column's field, its code. */
    private static final int NOWHERE = -1;

    private static final int WIDE_FIELD = -2;
    private static final int WIDE_CODE = -3;

    private static final int VALUE = FindingColumns.indexOf(FindingColumns.VALUE);
    private static final int VALUE_UNIT = FindingColumns.indexOf(FindingColumns.VALUE_UNIT);

    private final Layout layout;
    private final int fields;
    private final int[] slotOfField;
    private final int slotCount;
    private final List<String> lacking;
    private final Map<String, Integer> slotByName;
    private final List<WideColumn> wide;
    private final int[] order;
    private final @Nullable ColumnRule[] rules;
    private final int unitPlace;
    private final int[] places = new int[FindingColumns.ORDER.size()];
    private final @Nullable String[] sourceTexts = new String[FindingColumns.ORDER.size()];
    private final @Nullable String[] contractTexts = new String[FindingColumns.ORDER.size()];
    private final long[] otherwise = new long[FindingColumns.ORDER.size()];
    private final HiddenFields hidden = new HiddenFields();
    private final List<PersonalMark> personal = new ArrayList<>();
    private final Row row;
    private final StringBuilder joined = new StringBuilder();

    /** A wide column that the file has. */
    private record WideColumn(String name, String code, int slot) {}

    private Binding(Layout layout, int fields, int[] slotOfField, List<String> kept, List<String> lacking) {
        this.layout = layout;
        this.fields = fields;
        this.slotOfField = slotOfField;
        this.slotCount = kept.size();
        this.lacking = lacking;
        slotByName = new HashMap<>();
        for (int i = 0; i < kept.size(); i++) {
            if (!lacking.contains(kept.get(i))) {
                slotByName.put(kept.get(i), i);
            }
        }
        hide();
        wide = new ArrayList<>();
        layout.wideColumns().forEach((name, code) -> wide.add(new WideColumn(name, code, slotOf(name))));
        rules = new ColumnRule[FindingColumns.ORDER.size()];
        layout.columns().forEach((target, rule) -> rules[FindingColumns.indexOf(target)] = rule);
        for (int i = 0; i < rules.length; i++) {
            Cell cell = cellOf(rules[i]);
            places[i] = cell == null ? NOWHERE : placeOf(cell);
        }
        unitPlace = rules[VALUE] instanceof ColumnRule.Measured measured && measured.unitCell() != null
                ? placeOf(measured.unitCell())
                : NOWHERE;
        order = columnsWithJoinedLast();
        row = new Row(sourceNames(), personal);
    }

    private void hide() {
        layout.ignored().forEach(name -> hidden.add(name, slotOf(name)));
        for (ColumnRule rule : layout.columns().values()) {
            if (rule instanceof ColumnRule.Joined joined) {
                for (IdPart part : joined.parts()) {
                    if (part instanceof IdPart.FromSource source
                            && source.cell() instanceof Cell.InColumn in
                            && slotByName.containsKey(in.column())) {
                        hidden.add(in.column(), slotOf(in.column()));
                    }
                }
            }
        }
    }

    /**
     * Binds a layout to a header.
     *
     * @throws RefusedFileException naming every column that is missing, unknown or there twice
     */
    static Binding of(Layout layout, List<String> header) throws RefusedFileException {
        List<String> read = layout.readColumns();
        List<String> kept = new ArrayList<>(read);
        kept.addAll(layout.ignored());
        Set<String> known = new LinkedHashSet<>(read);
        known.addAll(layout.ignored());
        List<FileDefect> defects = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        ColumnSpelling spelling = new ColumnSpelling(known);
        Set<String> misspelt = new LinkedHashSet<>();
        int[] slots = new int[header.size()];
        for (int i = 0; i < slots.length; i++) {
            String name = header.get(i);
            slots[i] = kept.indexOf(name);
            if (!known.contains(name)) {
                if (PersonalDataScreen.find(name, Place.HEADER) != null) {
                    defects.add(FileDefect.atColumn(FileRule.PERSONAL_HEADER, i + 1, name.length()));
                    continue;
                }
                String almost = spelling.almost(name);
                defects.add(
                        almost.isEmpty()
                                ? FileDefect.atColumn(FileRule.UNKNOWN_COLUMN, i + 1, name.length())
                                : FileDefect.atPlace(FileRule.COLUMN_SPELLING, 1, i + 1, almost));
                misspelt.add(almost);
            } else if (!seen.add(name)) {
                defects.add(FileDefect.atColumn(FileRule.DUPLICATE_COLUMN, i + 1, name.length()));
            }
        }
        misspelt.remove("");
        if (seen.isEmpty() && misspelt.isEmpty()) {
            List<FileDefect> reasons = new ArrayList<>(List.of(FileDefect.atLine(FileRule.NO_HEADER, 1, 0, 0)));
            defects.stream()
                    .filter(defect -> defect.rule() == FileRule.PERSONAL_HEADER)
                    .forEach(reasons::add);
            throw new RefusedFileException(reasons, reasons.size());
        }
        // First, since they have names and the others may be many.
        List<FileDefect> missing = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        for (String name : read) {
            if (!seen.contains(name) && !misspelt.contains(name)) {
                if (layout.omissible().contains(name)) {
                    lacking.add(name);
                } else {
                    missing.add(FileDefect.missing(name));
                }
            }
        }
        defects.addAll(0, missing);
        if (!defects.isEmpty()) {
            throw new RefusedFileException(defects, defects.size());
        }
        return new Binding(layout, slots.length, slots, kept, lacking);
    }

    /** Fields that every record must have. */
    int fields() {
        return fields;
    }

    void prepare(SourceRecord record) {
        record.expect(slotOfField, slotCount, layout.wide());
    }

    List<String> lacking() {
        return lacking;
    }

    Map<String, Long> otherwise() {
        Map<String, Long> counts = new TreeMap<>();
        for (int i = 0; i < otherwise.length; i++) {
            if (rules[i] instanceof ColumnRule.Mapped mapped && mapped.takesUnlisted()) {
                counts.put(FindingColumns.ORDER.get(i), otherwise[i]);
            }
        }
        return counts;
    }

    /**
     * Hands on the findings of one record.
     *
     * @return how many they were
     */
    int emit(SourceRecord record, long recordNumber, RowHandler handler) throws java.io.IOException {
        List<PersonalMark> marks = hidden.screen(record);
        if (!layout.wide()) {
            fill(record, recordNumber, null, marks);
            handler.row(row);
            return 1;
        }
        int given = 0;
        for (WideColumn column : wide) {
            if (!record.slot(column.slot()).isEmpty()) {
                fill(record, recordNumber, column, marks);
                handler.row(row);
                given++;
            }
        }
        return given;
    }

    private void fill(SourceRecord record, long recordNumber, @Nullable WideColumn column, List<PersonalMark> marks) {
        personal.clear();
        personal.addAll(marks);
        row.begin(record.line(), recordNumber, column == null ? null : column.name());
        for (int target : order) {
            ColumnRule rule = rules[target];
            if (rule instanceof ColumnRule.Copied) {
                row.set(target, text(places[target], record, column));
            } else if (rule instanceof ColumnRule.Constant constant) {
                row.set(target, constant.value());
            } else if (rule instanceof ColumnRule.Mapped mapped) {
                map(target, mapped, text(places[target], record, column));
            } else if (rule instanceof ColumnRule.Converted converted) {
                convert(target, converted, text(places[target], record, column));
            } else if (rule instanceof ColumnRule.Measured measured) {
                measure(measured, text(places[target], record, column), text(unitPlace, record, column));
            } else if (rule instanceof ColumnRule.Joined join) {
                row.set(target, join(join, record, column));
            }
        }
    }

    private void map(int target, ColumnRule.Mapped rule, String word) {
        String code = rule.listed(word);
        if (code != null) {
            row.set(target, code);
            return;
        }
        code = rule.unlisted(word);
        if (code != null) {
            otherwise[target]++;
            row.set(target, code);
            PersonalData kind = PersonalDataScreen.find(word, Place.CELL);
            if (kind != null) {
                personal.add(new PersonalMark(row.sourceName(target), kind, word.length()));
            }
        } else if (word.isEmpty()) {
            row.set(target, "");
        } else {
            row.setUnmapped(target, word);
        }
    }

    /** A text that comes again is the same object mostly, and is converted once. */
    @SuppressWarnings("ReferenceEquality")
    private void convert(int target, ColumnRule.Converted rule, String text) {
        String converted;
        if (text == sourceTexts[target]) {
            converted = contractTexts[target];
        } else {
            converted = text.isEmpty() ? "" : rule.form().contractText(text);
            sourceTexts[target] = text;
            contractTexts[target] = converted;
        }
        if (converted == null) {
            row.setMisshapen(target, text);
        } else {
            row.set(target, converted);
        }
    }

    /** Fills the value and its unit; neither means anything without the other. */
    private void measure(ColumnRule.Measured rule, String text, String unitWord) {
        if (text.isEmpty()) {
            row.set(VALUE, "");
            row.set(VALUE_UNIT, "");
            return;
        }
        UnitFactor unit = rule.units().get(unitWord);
        if (unit == null) {
            row.setUnmapped(VALUE_UNIT, unitWord);
        } else {
            row.set(VALUE_UNIT, unit.code());
        }
        String number = rule.decimal().contractText(text);
        String converted = number == null || unit == null ? number : unit.convert(number);
        if (converted == null) {
            row.setMisshapen(VALUE, text);
        } else {
            row.set(VALUE, converted);
        }
    }

    private String join(ColumnRule.Joined rule, SourceRecord record, @Nullable WideColumn column) {
        joined.setLength(0);
        for (IdPart part : rule.parts()) {
            String text;
            if (part instanceof IdPart.Text constant) {
                text = constant.text();
            } else if (part instanceof IdPart.FromSource source) {
                text = text(placeOf(source.cell()), record, column);
            } else if (part instanceof IdPart.FromTarget target) {
                text = row.text(FindingColumns.indexOf(target.target()));
            } else {
                throw new AssertionError(part);
            }
            if (text.isEmpty()) {
                return "";
            }
            appendKey(text);
        }
        return joined.toString();
    }

    private void appendKey(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean kept = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            joined.append(kept ? c : '-');
        }
    }

    private static String text(int place, SourceRecord record, @Nullable WideColumn column) {
        if (place >= 0) {
            return record.slot(place);
        }
        if (place == NOWHERE || column == null) {
            return "";
        }
        return place == WIDE_CODE ? column.code() : record.slot(column.slot());
    }

    private int placeOf(Cell cell) {
        if (cell instanceof Cell.InColumn in) {
            return slotOf(in.column());
        }
        return cell instanceof Cell.WideCode ? WIDE_CODE : WIDE_FIELD;
    }

    private int slotOf(String name) {
        Integer slot = slotByName.get(name);
        return slot == null ? NOWHERE : slot;
    }

    private static @Nullable Cell cellOf(@Nullable ColumnRule rule) {
        if (rule instanceof ColumnRule.Copied copied) {
            return copied.cell();
        }
        if (rule instanceof ColumnRule.Converted converted) {
            return converted.cell();
        }
        if (rule instanceof ColumnRule.Measured measured) {
            return measured.cell();
        }
        return rule instanceof ColumnRule.Mapped mapped ? mapped.cell() : null;
    }

    private int[] columnsWithJoinedLast() {
        List<Integer> plain = new ArrayList<>();
        List<Integer> last = new ArrayList<>();
        for (int i = 0; i < rules.length; i++) {
            if (rules[i] instanceof ColumnRule.Joined) {
                last.add(i);
            } else if (rules[i] != null) {
                plain.add(i);
            }
        }
        plain.addAll(last);
        return plain.stream().mapToInt(Integer::intValue).toArray();
    }

    private String[] sourceNames() {
        String[] names = FindingColumns.ORDER.toArray(String[]::new);
        for (int i = 0; i < rules.length; i++) {
            Cell cell = cellOf(rules[i]);
            if (cell instanceof Cell.InColumn in) {
                names[i] = in.column();
            } else if (cell instanceof Cell.WideField) {
                names[i] = "";
            }
        }
        if (rules[VALUE] instanceof ColumnRule.Measured measured) {
            names[VALUE_UNIT] = measured.unitCell() instanceof Cell.InColumn in ? in.column() : names[VALUE];
        }
        return names;
    }
}
