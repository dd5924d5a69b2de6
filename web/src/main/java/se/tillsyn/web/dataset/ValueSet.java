package se.tillsyn.web.dataset;

import java.util.List;
import se.tillsyn.analytics.release.LocalText;

/**
 * A part of a dimension's values under a name of its own, such as the counties. Never an aggregation: figures of a whole are
 * published or they do not exist.
 *
 * @param id address of the list, lower case ASCII
 * @param whole address of the list that this is a part of, or its own
 * @param dimension code of the dimension whose values it holds
 * @param values in the dimension's order
 */
public record ValueSet(String id, String whole, LocalText label, String dimension, List<DimensionValue> values) {

    public ValueSet {
        values = List.copyOf(values);
    }

    /** Whether this is what a call names, by its own address or that of the whole. */
    public boolean isNamed(String list) {
        return id.equalsIgnoreCase(list) || whole.equalsIgnoreCase(list);
    }

    public List<String> codes() {
        return values.stream().map(DimensionValue::code).toList();
    }
}
