package se.tillsyn.web.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import se.tillsyn.analytics.release.LocalText;

/** A dimension of a dataset. */
public final class Dimension {

    private final String code;
    private final LocalText label;
    private final Role role;
    private final List<DimensionValue> values;
    private final String total;
    private final List<ValueSet> valueSets;
    private final List<Note> notes;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<String, Integer> loosely = new HashMap<>();

    /**
     * @param values in the order in which they are shown, times ascending; none twice
     * @param total code of the published total, which an omitted dimension stands for; empty when there is none
     */
    Dimension(
            String code,
            LocalText label,
            Role role,
            List<DimensionValue> values,
            String total,
            List<ValueSet> valueSets,
            List<Note> notes) {
        this.code = code;
        this.label = label;
        this.role = role;
        this.values = List.copyOf(values);
        this.total = total;
        this.valueSets = List.copyOf(valueSets);
        this.notes = List.copyOf(notes);
        for (int i = 0; i < values.size(); i++) {
            if (indexes.put(values.get(i).code(), i) != null) {
                throw new IllegalArgumentException("dimension " + code + ": expected each code once");
            }
            loosely.putIfAbsent(values.get(i).code().toLowerCase(Locale.ROOT), i);
        }
    }

    public String code() {
        return code;
    }

    public LocalText label() {
        return label;
    }

    public Role role() {
        return role;
    }

    public List<DimensionValue> values() {
        return values;
    }

    public int size() {
        return values.size();
    }

    /** Code of the published total; empty for a dimension without one, which must be selected from. */
    public Optional<String> total() {
        return total.isEmpty() ? Optional.empty() : Optional.of(total);
    }

    public List<ValueSet> valueSets() {
        return valueSets;
    }

    public List<Note> notes() {
        return notes;
    }

    /** Place of a code; a code in other letters' case is found too. */
    public OptionalInt indexOf(String value) {
        Integer index = indexes.get(value);
        if (index == null) {
            index = loosely.get(value.toLowerCase(Locale.ROOT));
        }
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }
}
