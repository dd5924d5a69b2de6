package se.tillsyn.ingest.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.layout.Cell;
import se.tillsyn.ingest.layout.ColumnRule;
import se.tillsyn.ingest.layout.DateForm;
import se.tillsyn.ingest.layout.DecimalSign;
import se.tillsyn.ingest.layout.IdPart;
import se.tillsyn.ingest.layout.Scale;
import se.tillsyn.ingest.layout.SourceForm;
import se.tillsyn.ingest.layout.UnitFactor;

/** The rules of a layout in a line each. Everything said stands in the layout. */
final class RuleInWords {

    private RuleInWords() {}

    static String of(@Nullable ColumnRule rule) {
        if (rule == null) {
            return "no rule: stays empty";
        }
        if (rule instanceof ColumnRule.Constant constant) {
            return "constant " + constant.value();
        }
        if (rule instanceof ColumnRule.Copied copied) {
            return of(copied.cell()) + ", as it stands";
        }
        if (rule instanceof ColumnRule.Converted converted) {
            return of(converted.cell()) + ", " + of(converted.form());
        }
        if (rule instanceof ColumnRule.Mapped mapped) {
            return of(mapped.cell()) + ", " + of(mapped);
        }
        if (rule instanceof ColumnRule.Measured measured) {
            return of(measured.cell()) + ", " + of(measured.decimal()) + ", " + of(measured);
        }
        if (rule instanceof ColumnRule.Joined joined) {
            return "joined from " + joined.parts().stream().map(RuleInWords::of).collect(Collectors.joining(" + "));
        }
        throw new AssertionError(rule);
    }

    private static String of(Cell cell) {
        if (cell instanceof Cell.InColumn in) {
            return "column " + in.column();
        }
        return cell instanceof Cell.WideCode ? "code of the wide column" : "field of the wide column";
    }

    private static String of(SourceForm form) {
        if (form instanceof DateForm date) {
            return "date " + date.pattern();
        }
        return form == DecimalSign.COMMA ? "decimal comma" : "decimal point";
    }

    private static String of(ColumnRule.Mapped mapped) {
        List<String> parts = new ArrayList<>();
        if (!mapped.codes().isEmpty()) {
            parts.add("map of " + mapped.codes().size() + (mapped.codes().size() == 1 ? " word" : " words"));
        }
        Scale scale = mapped.scale();
        if (scale != null) {
            parts.add("scale "
                    + scale.steps().stream()
                            .map(step -> step.low().toPlainString() + "–"
                                    + step.high().toPlainString() + " = " + step.code())
                            .collect(Collectors.joining(", ")));
        }
        if (mapped.empty() != null) {
            parts.add("an empty field = " + mapped.empty());
        }
        parts.add(mapped.otherwise() == null ? "another word breaks WORD" : "everything else = " + mapped.otherwise());
        return String.join("; ", parts);
    }

    private static String of(ColumnRule.Measured measured) {
        Cell unitCell = measured.unitCell();
        String units = measured.units().entrySet().stream()
                .map(unit -> (unit.getKey().isEmpty() ? "" : unit.getKey() + " = ") + of(unit.getValue()))
                .collect(Collectors.joining(", "));
        return (unitCell == null ? "unit " : "unit by " + of(unitCell) + ": ") + units + " (fills value_unit too)";
    }

    private static String of(UnitFactor unit) {
        return "× " + unit.factor().toPlainString()
                + (unit.divisor().signum() == 1
                                && unit.divisor().toPlainString().equals("1")
                        ? ""
                        : " ÷ " + unit.divisor().toPlainString())
                + " " + unit.code();
    }

    private static String of(IdPart part) {
        if (part instanceof IdPart.Text text) {
            return "\"" + text.text() + "\"";
        }
        if (part instanceof IdPart.FromSource source) {
            return of(source.cell());
        }
        if (part instanceof IdPart.FromTarget target) {
            return "what " + target.target() + " became";
        }
        throw new AssertionError(part);
    }
}
