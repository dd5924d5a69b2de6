package se.tillsyn.ingest.layout;

import java.io.Serializable;
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

    /**
     * The source's word turned into a code.
     *
     * @param cell where the word stands
     * @param codes code by word, compared letter by letter
     * @param otherwise code for every other word and for an empty field; {@code null} = another word is a defect and an
     *     empty field stays empty
     */
    record Mapped(
            Cell cell, Map<String, String> codes, @Nullable String otherwise) implements ColumnRule {
        public Mapped {
            codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
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
