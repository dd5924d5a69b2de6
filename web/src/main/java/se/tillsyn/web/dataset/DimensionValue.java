package se.tillsyn.web.dataset;

import java.util.List;
import se.tillsyn.analytics.release.LocalText;

/** A value of a dimension; its code stays the same from release to release. */
public record DimensionValue(String code, LocalText label, List<Note> notes) {

    public DimensionValue {
        notes = List.copyOf(notes);
    }

    static DimensionValue of(String code, LocalText label) {
        return new DimensionValue(code, label, List.of());
    }
}
