package se.tillsyn.ingest.source;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.finding.FindingColumns;

/**
 * The texts of one finding by column of the contract, and where they stand. One object serves a whole file, so that a row
 * costs no allocation but its texts.
 */
public final class Row {

    /** What the layout made of a source's text: the contract's, nothing for want of the word, nothing for its form. */
    private static final byte READ = 0;

    private static final byte UNMAPPED = 1;
    private static final byte MISSHAPEN = 2;

    private final String[] texts = new String[FindingColumns.ORDER.size()];
    private final byte[] states = new byte[texts.length];
    private final String[] sourceNames;
    private long line;
    private long record;
    private @Nullable String part;
    private final List<PersonalMark> personal;

    /**
     * A row.
     *
     * @param sourceNames for each column of the contract the source column it is read from
     * @param personal filled anew by the caller for each row
     */
    Row(String[] sourceNames, List<PersonalMark> personal) {
        this.sourceNames = sourceNames.clone();
        this.personal = personal;
        Arrays.fill(texts, "");
    }

    /** A row of the contract's own columns, for sources that are no files. */
    public static Row of(long line, long record, String... texts) {
        Row row = new Row(FindingColumns.ORDER.toArray(String[]::new), List.of());
        row.begin(line, record, null);
        for (int i = 0; i < texts.length; i++) {
            row.set(i, texts[i]);
        }
        return row;
    }

    void begin(long atLine, long recordNumber, @Nullable String widePart) {
        line = atLine;
        record = recordNumber;
        part = widePart;
        Arrays.fill(states, READ);
    }

    /** Fields of the record that are no text of this row and look like personal data; mostly none. */
    public List<PersonalMark> personal() {
        return Collections.unmodifiableList(personal);
    }

    /** As in the source's record, a look at what stands there costs less than a store. */
    @SuppressWarnings("ReferenceEquality")
    void set(int column, String text) {
        if (texts[column] != text) {
            texts[column] = text;
        }
    }

    /** Keeps the source's word, which the layout does not know. */
    void setUnmapped(int column, String word) {
        texts[column] = word;
        states[column] = UNMAPPED;
    }

    /** Keeps the source's text, which is not written as the layout says. */
    void setMisshapen(int column, String text) {
        texts[column] = text;
        states[column] = MISSHAPEN;
    }

    /** The text; empty when there is none. */
    public String text(int column) {
        return texts[column];
    }

    /** Whether the layout could not turn the source's text into the contract's, so that it means nothing. */
    public boolean unmapped(int column) {
        return states[column] != READ;
    }

    /** Whether that is because the text is not written as the layout says, rather than a word it does not list. */
    public boolean misshapen(int column) {
        return states[column] == MISSHAPEN;
    }

    /** Line on which the record begins, from 1. */
    public long line() {
        return line;
    }

    /** Number of the data record in the file, from 1. */
    public long record() {
        return record;
    }

    /** The wide column that the finding is about; {@code null} when the record is one finding. */
    public @Nullable String part() {
        return part;
    }

    /** Name, out of the layout, of the source column that the text was read from. */
    public String sourceName(int column) {
        String name = sourceNames[column];
        return name.isEmpty() && part != null ? part : name;
    }
}
