package se.tillsyn.web.release;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A code list in its own order.
 *
 * @param <C> kind of entry
 */
public final class CodeList<C extends Code> {

    private final Map<String, C> entries = new LinkedHashMap<>();
    private final List<C> all;

    public CodeList(Collection<C> entries) {
        for (C entry : entries) {
            this.entries.put(entry.code(), entry);
        }
        all = List.copyOf(this.entries.values());
    }

    public Optional<C> find(String code) {
        return Optional.ofNullable(entries.get(code));
    }

    public boolean has(String code) {
        return entries.containsKey(code);
    }

    /** Every entry, in the list's order. */
    public List<C> all() {
        return all;
    }

    public Collection<String> codes() {
        return entries.keySet();
    }
}
