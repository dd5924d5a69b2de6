package se.tillsyn.ingest.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codes in the list's own order. A code stands once. */
public final class CodeList {

    private final CodeListName name;
    private final List<String> attributeNames;
    private final Map<String, Code> codes;

    CodeList(CodeListName name, List<String> attributeNames, Collection<Code> codes) {
        this.name = name;
        this.attributeNames = List.copyOf(attributeNames);
        this.codes = new LinkedHashMap<>();
        for (Code code : codes) {
            if (this.codes.put(code.code(), code) != null) {
                throw new ProfileException("code list " + name.key() + ": code " + code.code() + " stands twice");
            }
        }
    }

    public CodeListName name() {
        return name;
    }

    /** The list's columns beyond code, names and validity, in file order. */
    public List<String> attributeNames() {
        return attributeNames;
    }

    public List<Code> codes() {
        return new ArrayList<>(codes.values());
    }

    public boolean contains(String code) {
        return codes.containsKey(code);
    }

    /** The entry, or {@code null} when the list has no such code. */
    public @Nullable Code find(String code) {
        return codes.get(code);
    }

    /** @throws ProfileException when the list has no such code */
    public Code get(String code) {
        Code found = codes.get(code);
        if (found == null) {
            throw new ProfileException("code list " + name.key() + ": expected the code " + code + ", found none such");
        }
        return found;
    }
}
