package se.tillsyn.ingest.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.finding.FindingColumns;

/**
 * Reads the keys of a layout that say how values are written: decimal, date, unit, scale.
 *
 * @param fileName what messages call the layout
 */
record LayoutKeys(String fileName) {

    /** A decimal comma beside the separator comma, every number with decimals in quotes. */
    private static final String QUOTED_COMMA = "quoted-comma";

    private static final List<String> DAYS = List.of(FindingColumns.INSPECTED_ON, FindingColumns.FOLLOWED_UP_ON);

    private static final Pattern RANGE =
            Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(?:\\s*[-\u2013]\\s*([0-9]+(?:\\.[0-9]+)?))?");

    DecimalSign decimalSign(@Nullable String text, String separator) {
        if (text == null || text.equals(".")) {
            return DecimalSign.POINT;
        }
        if (text.equals(QUOTED_COMMA)) {
            return DecimalSign.COMMA;
        }
        if (!text.equals(",")) {
            throw wrong("decimal", "expected \".\", \",\" or " + QUOTED_COMMA + ", found " + inWords(text));
        }
        if (text.equals(separator)) {
            throw wrong(
                    "decimal",
                    "expected another sign than the separator, found \",\" for both; write " + QUOTED_COMMA
                            + " when the source puts its decimal numbers in quotes");
        }
        return DecimalSign.COMMA;
    }

    DateForm dateForm(String target, String pattern) {
        String key = "columns." + target + ".date";
        if (!DAYS.contains(target)) {
            throw wrong(key, "expected it at " + String.join(" or ", DAYS) + ", which hold days");
        }
        DateForm form = DateForm.of(pattern);
        if (form == null) {
            throw wrong(
                    key, "expected one of " + String.join(", ", DateForm.patterns()) + ", found " + inWords(pattern));
        }
        return form;
    }

    @Nullable
    Scale scale(String key, @Nullable Map<String, @Nullable String> ranges, DecimalSign decimal) {
        if (ranges == null) {
            return null;
        }
        String here = key + ".scale";
        if (ranges.isEmpty()) {
            throw wrong(here, "expected at least one range with its code");
        }
        List<Scale.Step> steps = new ArrayList<>();
        ranges.forEach((range, code) -> {
            Matcher ends = RANGE.matcher(range);
            if (!ends.matches()) {
                throw wrong(here, "expected a number or two as in \"1-2\", found " + inWords(range));
            }
            BigDecimal low = new BigDecimal(ends.group(1));
            BigDecimal high = ends.group(2) == null ? low : new BigDecimal(ends.group(2));
            if (low.compareTo(high) > 0) {
                throw wrong(here, "expected the lower number first, found " + inWords(range));
            }
            if (code == null || code.isEmpty()) {
                throw wrong(here, "expected a code for the range " + inWords(range) + ", found none");
            }
            steps.add(new Scale.Step(low, high, code));
        });
        steps.sort(Comparator.comparing(Scale.Step::low));
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i - 1).high().compareTo(steps.get(i).low()) >= 0) {
                throw wrong(
                        here,
                        "expected ranges that do not meet, found two that hold "
                                + steps.get(i).low().toPlainString());
            }
        }
        return new Scale(decimal, steps);
    }

    ColumnRule.Measured measured(String target, LayoutText.UnitText unit, Cell cell, DecimalSign decimal) {
        String key = "columns." + target + ".unit";
        if (!target.equals(FindingColumns.VALUE)) {
            throw wrong(key, "expected it at " + FindingColumns.VALUE + ", the one column that has a unit");
        }
        if (unit.column() == null) {
            if (unit.words() != null) {
                throw wrong(key, "words stand without column");
            }
            return new ColumnRule.Measured(
                    cell, decimal, null, Map.of("", factor(key, unit.code(), unit.factor(), unit.divisor())));
        }
        if (unit.code() != null || unit.factor() != null || unit.divisor() != null) {
            throw wrong(key, "expected column and words, or code and factor alone, found both");
        }
        if (unit.column().isEmpty()) {
            throw wrong(key + ".column", "expected the name of a source column");
        }
        if (unit.words() == null || unit.words().isEmpty()) {
            throw wrong(key + ".words", "expected at least one word with its code and factor");
        }
        Map<String, UnitFactor> units = new LinkedHashMap<>();
        unit.words().forEach((word, text) -> {
            String here = key + ".words." + word;
            if (text == null) {
                throw wrong(here, "expected a code and a factor, found nothing");
            }
            units.put(word, factor(here, text.code(), text.factor(), text.divisor()));
        });
        return new ColumnRule.Measured(cell, decimal, new Cell.InColumn(unit.column()), units);
    }

    private UnitFactor factor(String key, @Nullable String code, @Nullable String factor, @Nullable String divisor) {
        if (code == null || code.isEmpty()) {
            throw wrong(key + ".code", "expected a code of the list value_units");
        }
        return new UnitFactor(code, aboveZero(key + ".factor", factor), aboveZero(key + ".divisor", divisor));
    }

    private BigDecimal aboveZero(String key, @Nullable String text) {
        BigDecimal number = text == null ? BigDecimal.ONE : Decimals.of(text);
        if (number == null || number.signum() <= 0) {
            throw wrong(key, "expected a number above 0 with a decimal point, found " + inWords(String.valueOf(text)));
        }
        return number;
    }

    LayoutException wrong(String key, String message) {
        return new LayoutException("Layout " + fileName + ", " + key + ": " + message + ".");
    }

    private static String inWords(String text) {
        return text.length() <= 20 ? "\"" + text + "\"" : text.length() + " characters";
    }
}
