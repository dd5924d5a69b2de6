package se.tillsyn.ingest.layout;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.finding.FindingColumns;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A layout as it is written, before it is checked. */
record LayoutText(
        @Nullable String name,
        @Nullable String separator,
        @Nullable String decimal,
        Layout.@Nullable Note note,
        @Nullable Map<String, @Nullable RuleText> columns,
        @Nullable Map<String, @Nullable String> wide,
        @Nullable List<@Nullable String> ignore,
        @Nullable List<@Nullable String> mayLack) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private static final Pattern KEY = Pattern.compile("[A-Za-z_]{1,30}");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The rule of one column: exactly one of column, constant, wide and concat. */
    record RuleText(
            @Nullable String column,
            @Nullable String constant,
            @Nullable String wide,
            @Nullable List<@Nullable PartText> concat,
            @Nullable Map<String, @Nullable String> map,
            @Nullable Map<String, @Nullable String> scale,
            @Nullable String otherwise,
            @Nullable String empty,
            @Nullable String date,
            @Nullable UnitText unit) {

        boolean coded() {
            return map != null || scale != null;
        }
    }

    /** The unit of a value: either column and words, or the code and factor of every row. */
    record UnitText(
            @Nullable String column,
            @Nullable Map<String, @Nullable FactorText> words,
            @Nullable String code,
            @Nullable String factor,
            @Nullable String divisor) {}

    /** What one word for a unit means. */
    record FactorText(
            @Nullable String code,
            @Nullable String factor,
            @Nullable String divisor) {}

    /** One part of a concat: exactly one of column, text, wide and target. */
    record PartText(
            @Nullable String column,
            @Nullable String text,
            @Nullable String wide,
            @Nullable String target) {}

    static LayoutText parse(String fileName, byte[] yaml) {
        try {
            LayoutText text = YAML.readValue(yaml, LayoutText.class);
            if (text == null) {
                throw new LayoutException("Layout " + fileName + ": expected keys and values, found an empty file");
            }
            return text;
        } catch (UnrecognizedPropertyException e) {
            throw new LayoutException(
                    "Layout " + fileName + ": unknown key " + keyInWords(e.getPropertyName()) + "; expected one of "
                            + e.getKnownPropertyIds(),
                    e);
        } catch (JacksonException e) {
            throw new LayoutException(at(fileName, e) + ": " + inWords(e), e);
        }
    }

    private static String at(String fileName, JacksonException e) {
        return "Layout " + fileName + ", line "
                + (e.getLocation() == null ? 0 : e.getLocation().getLineNr());
    }

    /** Says what is wrong without a word of the file: it may be the data, handed in as a layout by mistake. */
    private static String inWords(JacksonException e) {
        if (String.valueOf(e.getOriginalMessage()).startsWith("Duplicate")) {
            return "a key stands twice; expected each once";
        }
        return e instanceof MismatchedInputException
                ? "expected keys and values as the description of layouts has them, found another shape"
                : "expected YAML, found something else";
    }

    private static String keyInWords(String key) {
        return KEY.matcher(key).matches() ? key : "of " + key.length() + " characters";
    }

    Layout toLayout(String fileName, String sha256) {
        return new Check(new LayoutKeys(fileName), this).layout(sha256.substring(0, ContentHash.SHORT_LENGTH));
    }

    /** The checks of one layout; every message begins with the file and the key. */
    private record Check(LayoutKeys keys, LayoutText text) {

        Layout layout(String version) {
            String name = text.name();
            if (name == null || !NAME.matcher(name).matches()) {
                throw wrong("name", "expected lower-case letters, digits and -, at most 40");
            }
            String separator = text.separator() == null ? "," : text.separator();
            if (separator.length() != 1 || separator.equals("\"") || (separator.isBlank() && !separator.equals("\t"))) {
                throw wrong("separator", "expected one character that is no quote and no blank");
            }
            DecimalSign decimal = keys.decimalSign(text.decimal(), separator);
            Map<String, String> wide = wideColumns();
            Map<String, ColumnRule> columns = columnRules(!wide.isEmpty(), decimal);
            Layout layout = new Layout(
                    name,
                    version,
                    separator.charAt(0),
                    text.note(),
                    columns,
                    wide,
                    names("ignore", text.ignore()),
                    names("may_lack", text.mayLack()));
            checkNote();
            checkAgainstEachOther(layout);
            return layout;
        }

        private void checkNote() {
            Layout.Note note = text.note();
            if (note != null && (isBlank(note.sv()) || isBlank(note.en()))) {
                throw wrong("note", "expected a text under sv and one under en");
            }
        }

        private void checkAgainstEachOther(Layout layout) {
            Set<String> read = new LinkedHashSet<>(layout.readColumns());
            for (String ignored : layout.ignored()) {
                if (read.contains(ignored)) {
                    throw wrong("ignore", "column " + ignored + " is both read and ignored");
                }
            }
            for (String lacking : layout.omissible()) {
                if (!read.contains(lacking)) {
                    throw wrong("may_lack", "column " + lacking + " is not read by any rule");
                }
                if (layout.wideColumns().containsKey(lacking)) {
                    throw wrong("may_lack", "column " + lacking + " is a wide column; list only those that are there");
                }
            }
            for (ColumnRule rule : layout.columns().values()) {
                for (Cell cell : Layout.cellsOf(rule)) {
                    if (cell instanceof Cell.InColumn column
                            && layout.wideColumns().containsKey(column.column())) {
                        throw wrong("wide", "column " + column.column() + " is also read by a rule of its own");
                    }
                }
            }
        }

        private Map<String, String> wideColumns() {
            Map<String, String> columns = new LinkedHashMap<>();
            if (text.wide() != null) {
                text.wide().forEach((column, code) -> {
                    if (code == null || code.isEmpty()) {
                        throw wrong("wide." + column, "expected a code");
                    }
                    columns.put(column, code);
                });
                if (columns.isEmpty()) {
                    throw wrong("wide", "expected at least one source column with its code");
                }
            }
            return columns;
        }

        private Map<String, ColumnRule> columnRules(boolean wide, DecimalSign decimal) {
            if (text.columns() == null || text.columns().isEmpty()) {
                throw wrong("columns", "expected a rule for each required column of the contract");
            }
            Map<String, ColumnRule> rules = new LinkedHashMap<>();
            text.columns().forEach((target, rule) -> {
                String key = "columns." + target;
                if (!FindingColumns.ORDER.contains(target)) {
                    throw wrong(key, "the finding contract has no such column");
                }
                if (rule == null) {
                    throw wrong(key, "expected a rule");
                }
                rules.put(target, columnRule(target, rule, wide, decimal));
            });
            checkUnit(rules);
            if (text.decimal() != null && rules.values().stream().noneMatch(Check::readsDecimals)) {
                throw wrong(
                        "decimal",
                        "expected a column that it applies to (value, or a scale), found none; leave it out");
            }
            for (String required : FindingColumns.REQUIRED) {
                if (!rules.containsKey(required)) {
                    throw wrong("columns", "expected a rule for the required column " + required + ", found none");
                }
            }
            rules.forEach((target, rule) -> checkTargets("columns." + target, rule, rules));
            return rules;
        }

        private void checkTargets(String key, ColumnRule rule, Map<String, ColumnRule> rules) {
            if (rule instanceof ColumnRule.Joined joined) {
                for (IdPart part : joined.parts()) {
                    if (part instanceof IdPart.FromTarget from) {
                        ColumnRule other = rules.get(from.target());
                        if (other == null || other instanceof ColumnRule.Joined) {
                            throw wrong(
                                    key + ".concat",
                                    "target " + from.target() + " must be a column of the contract with a rule that is"
                                            + " no concat");
                        }
                    }
                }
            }
        }

        private void checkUnit(Map<String, ColumnRule> rules) {
            if (rules.get(FindingColumns.VALUE) instanceof ColumnRule.Measured
                    && rules.containsKey(FindingColumns.VALUE_UNIT)) {
                throw wrong(
                        "columns.value_unit",
                        "expected no rule, since the unit under columns.value gives it, found one; leave it out");
            }
        }

        private static boolean readsDecimals(ColumnRule rule) {
            return rule instanceof ColumnRule.Measured
                    || (rule instanceof ColumnRule.Converted converted && converted.form() instanceof DecimalSign)
                    || (rule instanceof ColumnRule.Mapped mapped && mapped.scale() != null);
        }

        private ColumnRule columnRule(String target, RuleText rule, boolean wide, DecimalSign decimal) {
            String key = "columns." + target;
            exactlyOne(
                    key,
                    "column, constant, wide and concat",
                    rule.column(),
                    rule.constant(),
                    rule.wide(),
                    rule.concat());
            if (rule.otherwise() != null && !rule.coded()) {
                throw wrong(key, "otherwise stands without map or scale");
            }
            if (rule.empty() != null && !rule.coded()) {
                throw wrong(key, "empty stands without map or scale");
            }
            if (rule.concat() != null || rule.constant() != null) {
                if (rule.coded() || rule.date() != null || rule.unit() != null) {
                    throw wrong(key, "map, scale, date and unit need column or wide");
                }
                return rule.concat() != null
                        ? new ColumnRule.Joined(parts(key + ".concat", rule.concat(), wide))
                        : new ColumnRule.Constant(String.valueOf(rule.constant()));
            }
            return sourceRule(target, rule, cell(key, rule.column(), rule.wide(), wide), decimal);
        }

        private ColumnRule sourceRule(String target, RuleText rule, Cell cell, DecimalSign decimal) {
            String key = "columns." + target;
            if ((rule.coded() ? 1 : 0) + (rule.date() != null ? 1 : 0) + (rule.unit() != null ? 1 : 0) > 1) {
                throw wrong(key, "expected at most one of map with scale, date and unit");
            }
            if (rule.coded()) {
                return new ColumnRule.Mapped(
                        cell, codes(key, rule), keys.scale(key, rule.scale(), decimal), rule.otherwise(), rule.empty());
            }
            if (rule.date() != null) {
                return new ColumnRule.Converted(cell, keys.dateForm(target, rule.date()));
            }
            if (rule.unit() != null) {
                return keys.measured(target, rule.unit(), cell, decimal);
            }
            return target.equals(FindingColumns.VALUE) && text.decimal() != null
                    ? new ColumnRule.Converted(cell, decimal)
                    : new ColumnRule.Copied(cell);
        }

        private Map<String, String> codes(String key, RuleText rule) {
            Map<String, String> codes = new LinkedHashMap<>();
            if (rule.map() != null) {
                rule.map().forEach((word, code) -> {
                    if (code == null) {
                        throw wrong(key + ".map", "a word without a code; write '' for an empty one");
                    }
                    codes.put(word, code);
                });
                if (codes.isEmpty()) {
                    throw wrong(key + ".map", "expected at least one word with its code");
                }
            }
            return codes;
        }

        private List<IdPart> parts(String key, List<@Nullable PartText> texts, boolean wide) {
            if (texts.isEmpty()) {
                throw wrong(key, "expected at least one part");
            }
            return texts.stream().map(part -> part(key, part, wide)).toList();
        }

        private IdPart part(String key, @Nullable PartText part, boolean wide) {
            if (part == null) {
                throw wrong(key, "a part is empty");
            }
            exactlyOne(key, "column, text, wide and target", part.column(), part.text(), part.wide(), part.target());
            if (part.text() != null) {
                return new IdPart.Text(part.text());
            }
            if (part.target() != null) {
                return new IdPart.FromTarget(part.target());
            }
            return new IdPart.FromSource(cell(key, part.column(), part.wide(), wide));
        }

        private Cell cell(String key, @Nullable String column, @Nullable String wideCell, boolean wide) {
            if (column != null) {
                if (column.isEmpty()) {
                    throw wrong(key + ".column", "expected the name of a source column");
                }
                return new Cell.InColumn(column);
            }
            if (!wide) {
                throw wrong(key + ".wide", "the layout has no wide columns");
            }
            if ("value".equals(wideCell)) {
                return new Cell.WideField();
            }
            if ("code".equals(wideCell)) {
                return new Cell.WideCode();
            }
            throw wrong(key + ".wide", "expected value or code");
        }

        private Set<String> names(String key, @Nullable List<@Nullable String> list) {
            Set<String> names = new LinkedHashSet<>();
            if (list != null) {
                for (String name : list) {
                    if (name == null || name.isEmpty() || !names.add(name)) {
                        throw wrong(key, "expected names of source columns, each once");
                    }
                }
            }
            return names;
        }

        private void exactlyOne(String key, String choices, @Nullable Object... given) {
            int count = 0;
            for (Object one : given) {
                count += one == null ? 0 : 1;
            }
            if (count != 1) {
                throw wrong(key, "expected exactly one of " + choices + ", found " + count);
            }
        }

        private LayoutException wrong(String key, String message) {
            return keys.wrong(key, message);
        }

        private static boolean isBlank(@Nullable String value) {
            return value == null || value.isBlank();
        }
    }
}
