package se.tillsyn.ingest.profile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A place in a YAML file of a profile, read strictly. Every refusal names the file, the key, what was expected and what
 * was found.
 *
 * @param file path inside the profile
 * @param key keys from the top, with dots; empty = the whole file
 * @param node what stands there; {@code null} = nothing
 */
record YamlKey(String file, String key, @Nullable JsonNode node) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static YamlKey of(String file, byte[] yaml) {
        try {
            return new YamlKey(file, "", YAML.readTree(yaml));
        } catch (JacksonException e) {
            throw new ProfileException(file + ": expected YAML with each key once, found " + e.getOriginalMessage(), e);
        }
    }

    boolean absent() {
        return node == null || node.isNull() || node.isMissingNode();
    }

    /** The object at this place, which may have no other keys than these. */
    YamlKey withKeys(String... known) {
        JsonNode here = node;
        if (here == null || !here.isObject()) {
            throw wrong("the keys " + String.join(", ", known));
        }
        for (String name : here.propertyNames()) {
            if (!List.of(known).contains(name)) {
                throw new ProfileException(
                        at() + ": expected the keys " + String.join(", ", known) + ", found the key " + name);
            }
        }
        return this;
    }

    YamlKey child(String name) {
        return new YamlKey(file, key.isEmpty() ? name : key + "." + name, node == null ? null : node.get(name));
    }

    /** Elements of a list; none when nothing stands here. */
    List<YamlKey> elements() {
        JsonNode here = node;
        if (here == null || absent()) {
            return List.of();
        }
        if (!here.isArray()) {
            throw wrong("a list");
        }
        List<YamlKey> elements = new ArrayList<>();
        for (JsonNode element : here.values()) {
            elements.add(new YamlKey(file, key + "[" + elements.size() + "]", element));
        }
        return elements;
    }

    String text() {
        JsonNode here = node;
        if (here == null || !here.isString() || here.stringValue().isBlank()) {
            throw wrong("a text");
        }
        return here.stringValue();
    }

    LocalText localText() {
        withKeys("sv", "en");
        return new LocalText(child("sv").text(), child("en").text());
    }

    LocalDate day() {
        JsonNode here = node;
        String text = here != null && here.isString() ? here.stringValue() : "";
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new ProfileException(refusal("a day yyyy-MM-dd"), e);
        }
    }

    @Nullable
    LocalDate optionalDay() {
        return absent() ? null : day();
    }

    int wholeNumber() {
        JsonNode here = node;
        if (here == null || !here.isIntegralNumber() || !here.canConvertToInt()) {
            throw wrong("a whole number");
        }
        return here.intValue();
    }

    /** One of an enum's constants, by name. */
    <E extends Enum<E>> E oneOf(E[] constants) {
        Map<String, E> byName = new LinkedHashMap<>();
        for (E constant : constants) {
            byName.put(constant.name(), constant);
        }
        return oneOf(byName);
    }

    /** One of the words given. */
    <E> E oneOf(Map<String, E> words) {
        E found = node != null && node.isString() ? words.get(node.stringValue()) : null;
        if (found == null) {
            throw wrong(words.size() == 1 ? firstOf(words) : "one of " + String.join(", ", words.keySet()));
        }
        return found;
    }

    private static String firstOf(Map<String, ?> words) {
        return words.keySet().iterator().next();
    }

    /** A code of a list. */
    String codeOf(CodeList list) {
        if (node == null || !node.isString() || !list.contains(node.stringValue())) {
            throw wrong("a code of the list " + list.name().key());
        }
        return node.stringValue();
    }

    /** Nothing, for the reason given. */
    void expectAbsent(String because) {
        if (!absent()) {
            throw wrong("nothing, " + because);
        }
    }

    ProfileException wrong(String expected) {
        return new ProfileException(refusal(expected));
    }

    private String refusal(String expected) {
        return at() + ": expected " + expected + ", found " + found();
    }

    private String at() {
        return key.isEmpty() ? file : file + ", key " + key;
    }

    private String found() {
        JsonNode here = node;
        if (here == null || absent()) {
            return "nothing";
        }
        if (here.isString()) {
            return here.stringValue().isBlank() ? "an empty text" : here.stringValue();
        }
        return here.isObject() ? "keys" : here.isArray() ? "a list" : here.toString();
    }
}
