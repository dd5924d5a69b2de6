package se.tillsyn.web.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.StatementColumns;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.CodeList;
import se.tillsyn.web.release.ReleaseCodes;
import se.tillsyn.web.release.ReleaseTables;
import se.tillsyn.web.release.TableColumn;
import se.tillsyn.web.release.TableColumns;

/** The statements of published reports as values of a dimension: each says in its name what it is about. */
final class StatementValues {

    private final ReleaseCodes codes;
    private final TableColumns table;
    private final Map<String, TableColumn.Texts> columns = new HashMap<>();

    StatementValues(ReleaseTables release) {
        codes = release.codes();
        table = release.table("statements");
    }

    /** Every statement, in the order of the table. */
    List<DimensionValue> values() {
        List<DimensionValue> values = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            values.add(new DimensionValue(
                    text(StatementColumns.STATEMENT, row), label(row), List.of(Note.optional(counted(row)))));
        }
        return values;
    }

    private String text(String column, int row) {
        return columns.computeIfAbsent(column, table::texts).text(row);
    }

    /** What, where, when, who; the identifier tells apart what is alike in these. */
    private LocalText label(int row) {
        List<LocalText> parts = new ArrayList<>();
        parts.add(name(codes.topics(), text(StatementColumns.TOPIC, row), "topic.total"));
        parts.add(name(codes.regions(), text(StatementColumns.REGION, row), "topic.total"));
        String period = text(StatementColumns.PERIOD, row);
        parts.add(new LocalText(period, period));
        parts.add(name(codes.ageGroups(), text(StatementColumns.AGE_GROUP, row), "age.total"));
        parts.add(name(codes.operationTypes(), text(StatementColumns.OPERATION_TYPE, row), "type.total"));
        String id = " (" + text(StatementColumns.STATEMENT, row) + ')';
        LocalText joined = joined(parts, ", ");
        return new LocalText(joined.sv() + id, joined.en() + id);
    }

    /** What was counted, on what evidence, with what outcome. */
    private LocalText counted(int row) {
        List<LocalText> parts = new ArrayList<>();
        parts.add(
                said("counted", name(codes.observedUnits(), text(StatementColumns.OBSERVED_UNIT, row), "type.total")));
        parts.add(said("evidence", name(codes.evidence(), text(StatementColumns.EVIDENCE, row), "type.total")));
        String outcome = text(StatementColumns.OUTCOME, row);
        parts.add(said("outcome", DatasetTexts.ofOr("word." + outcome, outcome)));
        parts.add(said("programme", name(codes.programmes(), text(StatementColumns.PROGRAMME, row), "type.total")));
        String unit = text(StatementColumns.VALUE_UNIT, row);
        if (!unit.isEmpty()) {
            parts.add(said("unit", name(codes.valueUnits(), unit, "type.total")));
        }
        return joined(parts, "; ");
    }

    private static LocalText said(String key, LocalText name) {
        LocalText before = DatasetTexts.of("note.statement." + key);
        return new LocalText(before.sv() + ": " + name.sv(), before.en() + ": " + name.en());
    }

    private static LocalText name(CodeList<? extends Code> list, String code, String total) {
        return code.equals(RateColumns.TOTAL)
                ? DatasetTexts.of(total)
                : list.find(code).<LocalText>map(Code::name).orElse(new LocalText(code, code));
    }

    private static LocalText joined(List<LocalText> parts, String between) {
        return new LocalText(
                String.join(between, parts.stream().map(LocalText::sv).toList()),
                String.join(between, parts.stream().map(LocalText::en).toList()));
    }
}
