package se.tillsyn.ingest.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of which nothing may be loaded. */
public final class RefusedFileException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Defects that are kept; all are counted. A header may have thousands of columns. */
    static final int KEPT = 20;

    private final transient List<FileDefect> defects;
    private final long total;
    private final @Nullable SourceForm form;

    /** One defect. */
    public RefusedFileException(FileDefect defect) {
        this(List.of(defect), 1);
    }

    /**
     * Several defects.
     *
     * @param defects the first of them, at least one; {@link #KEPT} are kept
     * @param total how many there are
     */
    RefusedFileException(List<FileDefect> defects, long total) {
        this(defects, total, null);
    }

    private RefusedFileException(List<FileDefect> defects, long total, @Nullable SourceForm form) {
        super(defects.get(0).message().en());
        this.defects = List.copyOf(defects.subList(0, Math.min(KEPT, defects.size())));
        this.total = total;
        this.form = form;
    }

    /** The same refusal of a file that was being read as {@code known}; {@code null} = that had not shown yet. */
    RefusedFileException of(@Nullable SourceForm known) {
        return new RefusedFileException(defects, total, known);
    }

    /** What the file was being read as; {@code null} = it was refused before that was known. */
    public @Nullable SourceForm form() {
        return form;
    }

    /** The first defects, in file order; columns that are missing come before those that are there. */
    public List<FileDefect> defects() {
        return defects;
    }

    /** How many defects there are in all. */
    public long total() {
        return total;
    }
}
