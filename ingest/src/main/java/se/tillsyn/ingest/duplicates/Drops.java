package se.tillsyn.ingest.duplicates;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The findings of one file that are not loaded because of others, by their place among the findings it gives. */
public final class Drops implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Nothing is dropped. */
    public static final Drops NONE = new Drops();

    private final Map<Long, Drop> byOrdinal = new HashMap<>();

    void add(long ordinal, Drop drop) {
        byOrdinal.put(ordinal, drop);
    }

    /** Why the finding is not loaded, or {@code null} when it is. */
    public @Nullable Drop find(long ordinal) {
        return byOrdinal.isEmpty() ? null : byOrdinal.get(ordinal);
    }
}
