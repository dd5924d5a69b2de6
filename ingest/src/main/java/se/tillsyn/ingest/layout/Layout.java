package se.tillsyn.ingest.layout;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.commit.FileKind;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.profile.LocalText;
import se.tillsyn.ingest.profile.Profile;

/**
 * How a source becomes findings.
 *
 * @param name short name, ASCII
 * @param version first 12 hexadecimal digits of the SHA-256 of its text
 * @param separator between fields
 * @param note what must be said wherever the findings are published; {@code null} = nothing
 * @param columns rule by column of the contract; a column without a rule stays empty
 * @param wideColumns code by source column, for a source with one row per visit and one column per judgement; empty =
 *     one row is one finding
 * @param ignored source columns that are not read
 * @param omissible source columns that may be missing
 */
public record Layout(
        String name,
        String version,
        char separator,
        @Nullable Note note,
        Map<String, ColumnRule> columns,
        Map<String, String> wideColumns,
        Set<String> ignored,
        Set<String> omissible)
        implements Serializable {

    /** More than any layout needs; a file of data handed in by mistake is not read whole. */
    private static final long MAX_BYTES = 1 << 20;

    /** Statement of a layout in both languages. */
    public record Note(String sv, String en) implements Serializable {
        public LocalText text() {
            return new LocalText(sv, en);
        }
    }

    public Layout {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        wideColumns = Collections.unmodifiableMap(new LinkedHashMap<>(wideColumns));
        ignored = Collections.unmodifiableSet(new LinkedHashSet<>(ignored));
        omissible = Collections.unmodifiableSet(new LinkedHashSet<>(omissible));
    }

    /** The contract's own columns, comma, UTF-8. */
    public static Layout contract() {
        Map<String, ColumnRule> columns = new LinkedHashMap<>();
        for (String column : FindingColumns.ORDER) {
            columns.put(column, new ColumnRule.Copied(new Cell.InColumn(column)));
        }
        return new Layout(
                "contract", "1", ',', null, columns, Map.of(), Set.of(), new LinkedHashSet<>(FindingColumns.OMISSIBLE));
    }

    /**
     * Reads and checks a layout.
     *
     * @throws LayoutException when anything in it is missing, unknown or inconsistent
     */
    public static Layout read(Path file) {
        String fileName = String.valueOf(file.getFileName());
        try {
            if (FileKind.of(file) != FileKind.FILE) {
                throw new LayoutException("Layout " + fileName + ": expected a file, found none at " + file + ".");
            }
            long bytes = Files.size(file);
            if (bytes > MAX_BYTES) {
                throw new LayoutException("Layout " + fileName + ": expected a layout of at most " + MAX_BYTES
                        + " bytes, found " + bytes + ". Is it the data that it should describe?");
            }
            return parse(fileName, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new LayoutException(
                    "Layout " + fileName + ": expected a file that can be read, found one that cannot. Check its"
                            + " permissions.",
                    e);
        }
    }

    /**
     * Checks a layout's text.
     *
     * @param fileName what messages call it
     * @throws LayoutException when anything in it is missing, unknown or inconsistent
     */
    public static Layout parse(String fileName, byte[] yaml) {
        return LayoutText.parse(fileName, yaml).toLayout(fileName, ContentHash.of(yaml));
    }

    /** Name and version in one: what a batch's manifest calls it. */
    public String id() {
        return name + "@" + version;
    }

    /** Whether one source row holds several findings. */
    public boolean wide() {
        return !wideColumns.isEmpty();
    }

    /** Source columns that are read, each once, in the order of the rules, wide columns last. */
    public List<String> readColumns() {
        Set<String> names = new LinkedHashSet<>();
        for (ColumnRule rule : columns.values()) {
            for (Cell cell : cellsOf(rule)) {
                if (cell instanceof Cell.InColumn column) {
                    names.add(column.column());
                }
            }
        }
        names.addAll(wideColumns.keySet());
        return new ArrayList<>(names);
    }

    /**
     * Compares every code that the layout gives with the profile's code lists.
     *
     * @throws LayoutException naming each code that the lists lack
     */
    public void requireCodesOf(Profile profile) {
        List<String> missing = GivenCodes.missing(this, profile);
        if (!missing.isEmpty()) {
            throw new LayoutException("Layout " + name + ": expected codes of the profile "
                    + profile.description().id() + ", found " + String.join("; ", missing)
                    + ". Correct the layout, or add the codes to the profile.");
        }
    }

    static List<Cell> cellsOf(ColumnRule rule) {
        if (rule instanceof ColumnRule.Copied copied) {
            return List.of(copied.cell());
        }
        if (rule instanceof ColumnRule.Mapped mapped) {
            return List.of(mapped.cell());
        }
        if (rule instanceof ColumnRule.Converted converted) {
            return List.of(converted.cell());
        }
        if (rule instanceof ColumnRule.Measured measured) {
            Cell unit = measured.unitCell();
            return unit == null ? List.of(measured.cell()) : List.of(measured.cell(), unit);
        }
        if (rule instanceof ColumnRule.Joined joined) {
            return joined.parts().stream()
                    .filter(IdPart.FromSource.class::isInstance)
                    .map(part -> ((IdPart.FromSource) part).cell())
                    .toList();
        }
        return List.of();
    }
}
