package se.tillsyn.ingest.layout;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one column of the contract gets its text. */
public sealed interface ColumnRule extends Serializable {

    /** The same text in every row. */
    record Constant(String value) implements ColumnRule {}

    /** The source's text as it stands. */
    record Copied(Cell cell) implements ColumnRule {}

    /** The source's text in the contract's form. A text that is not in the source's form is a defect. */
    record Converted(Cell cell, SourceForm form) implements ColumnRule {}

    /**
     * The source's word or number turned into a code. First the words, then the scale; an empty field is none of either
     * unless the words hold the empty word.
     *
     * @param cell where the word stands
     * @param codes code by word, compared letter by letter
     * @param scale code by range of numbers; {@code null} = none
     * @param otherwise code for every other word, and for an empty field unless {@code empty} says another;
     *     {@code null} = another word is a defect
     * @param empty code for an empty field; {@code null} = as {@code otherwise}, or else it stays empty
     */
    record Mapped(
            Cell cell,
            Map<String, String> codes,
            @Nullable Scale scale,
            @Nullable String otherwise,
            @Nullable String empty)
            implements ColumnRule {
        public Mapped {
            codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        }

        /** The code of a text that the layout lists, or {@code null}. Decomposed letters count as composed ones. */
        public @Nullable String listed(String text) {
            String code = codes.get(text);
            if (code == null && scale != null) {
                code = scale.codeOf(text);
            }
            return code == null && !Normalizer.isNormalized(text, Normalizer.Form.NFC)
                    ? codes.get(Normalizer.normalize(text, Normalizer.Form.NFC))
                    : code;
        }

        /** The code of a text that the layout does not list, or {@code null} when there is none. */
        public @Nullable String unlisted(String text) {
            return text.isEmpty() && empty != null ? empty : otherwise;
        }

        /** Whether some text gets a code without being listed, so that the report counts them. */
        public boolean takesUnlisted() {
            return otherwise != null || empty != null;
        }
    }

    /**
     * A number and its unit in one, so that neither can be read without the other: the rule of the column {@code value},
     * which fills {@code value_unit} too. Without a number there is no unit.
     *
     * @param cell where the number stands
     * @param decimal its decimal sign
     * @param unitCell where the word for the unit stands; {@code null} = the same unit in every row
     * @param units unit by word, compared letter by letter; the unit of every row stands under the empty word
     */
    record Measured(
            Cell cell, DecimalSign decimal, @Nullable Cell unitCell, Map<String, UnitFactor> units)
            implements ColumnRule {
        public Measured {
            units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
        }
    }

    /**
     * Texts joined to a key. Each character that is no ASCII letter, digit or {@code -} becomes {@code -}. When any part
     * is empty the whole is empty.
     */
    record Joined(List<IdPart> parts) implements ColumnRule {
        public Joined {
            parts = List.copyOf(parts);
        }
    }
}
