package se.tillsyn.analytics.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An object of a JSON file whose every member must be accounted for: read, compared, or named as a label. Differences are
 * gathered and reported together; {@link #close} fails when there is one or when a member was left out.
 */
public final class JsonPart implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Allowed deviation of figures: relative, and half a unit of the sixth decimal to which the files are written. */
    private static final double RELATIVE = 1e-6;

    private static final double WRITTEN = 5e-7;

    private final String name;
    private final JsonNode node;
    private final Set<String> used = new HashSet<>();
    private final List<String> faults;

    private JsonPart(String name, JsonNode node, List<String> faults) {
        this.name = name;
        this.node = node;
        this.faults = faults;
    }

    /** The content of a file. */
    public static JsonNode parse(String text) {
        return JSON.readTree(text);
    }

    static JsonPart of(String name, JsonNode node) {
        return new JsonPart(name, node, new ArrayList<>());
    }

    /** Members that are labels. */
    void labels(String... members) {
        for (String member : members) {
            read(member);
        }
    }

    /** A member that the computation uses. */
    JsonNode read(String member) {
        JsonNode found = node.get(member);
        if (found == null) {
            throw new AssertionError(name + ": expected the member " + member + ", found none");
        }
        used.add(member);
        return found;
    }

    /** A member that is an object, whose members are checked in the same way. */
    JsonPart part(String member) {
        return new JsonPart(name + "." + member, read(member), faults);
    }

    /** A member that is a list of objects. */
    List<JsonPart> parts(String member) {
        List<JsonPart> parts = new ArrayList<>();
        for (JsonNode element : read(member)) {
            parts.add(new JsonPart(name + "." + member + "[" + parts.size() + "]", element, faults));
        }
        return parts;
    }

    List<String> texts(String member) {
        return texts(read(member));
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.asString()));
        return texts;
    }

    /** Numbers by name, in the file's order; null is left out. */
    static Map<String, Double> numbers(JsonNode object) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        object.properties().forEach(member -> {
            if (!member.getValue().isNull()) {
                numbers.put(member.getKey(), member.getValue().asDouble());
            }
        });
        return numbers;
    }

    /** The rows of a table whose columns another member names. */
    List<Row> rows(String member, String columnsMember) {
        List<String> columns = texts(columnsMember);
        List<Row> rows = new ArrayList<>();
        for (JsonNode element : read(member)) {
            rows.add(new Row(name + "." + member + "[" + rows.size() + "]", columns, element, faults));
        }
        return rows;
    }

    void compare(String member, double found) {
        compare(name + "." + member, read(member), found, faults);
    }

    void compare(String member, boolean found) {
        if (!read(member).isBoolean() || read(member).asBoolean() != found) {
            faults.add(name + "." + member + ": expected " + read(member) + ", found " + found);
        }
    }

    void compare(String member, String found) {
        if (!read(member).asString().equals(found)) {
            faults.add(name + "." + member + ": expected " + read(member) + ", found " + found);
        }
    }

    /** An infinite figure is written as null. */
    private static void compare(String where, JsonNode expected, double found, List<String> faults) {
        boolean equal;
        if (expected.isNull()) {
            equal = Double.isInfinite(found);
        } else {
            double value = expected.isBoolean() ? (expected.asBoolean() ? 1 : 0) : expected.asDouble();
            equal = Math.abs(value - found) <= RELATIVE * Math.abs(value) + WRITTEN;
        }
        if (!equal) {
            faults.add(where + ": expected " + expected + ", found " + found);
        }
    }

    /** Fails when a figure differs or a member was not accounted for. */
    @Override
    public void close() {
        Set<String> left = new TreeSet<>(node.propertyNames());
        left.removeAll(used);
        if (!left.isEmpty()) {
            faults.add(name + ": members that nothing compares: " + left);
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(faults.size() + " differences\n"
                    + String.join("\n", faults.subList(0, Math.min(20, faults.size()))));
        }
    }

    /** One row of a table, whose every column must be accounted for. */
    static final class Row {
        private final String name;
        private final List<String> columns;
        private final JsonNode values;
        private final Set<String> used = new HashSet<>();
        private final List<String> faults;

        private Row(String name, List<String> columns, JsonNode values, List<String> faults) {
            this.name = name;
            this.columns = columns;
            this.values = values;
            this.faults = faults;
            if (values.size() != columns.size()) {
                throw new AssertionError(name + ": expected " + columns.size() + " fields, found " + values.size());
            }
        }

        JsonNode read(String column) {
            int place = columns.indexOf(column);
            if (place < 0) {
                throw new AssertionError(name + ": expected the column " + column + ", found " + columns);
            }
            used.add(column);
            return values.get(place);
        }

        List<String> texts(List<String> names) {
            return names.stream().map(column -> read(column).asString()).toList();
        }

        long whole(String column) {
            return read(column).asLong();
        }

        boolean flag(String column) {
            return whole(column) != 0;
        }

        void compare(String column, double found) {
            JsonPart.compare(name + "." + column, read(column), found, faults);
        }

        void compare(String column, String found) {
            if (!read(column).asString().equals(found)) {
                faults.add(name + "." + column + ": expected " + read(column) + ", found " + found);
            }
        }

        /** The file must give no figure. */
        void compareNone(String... names) {
            for (String column : names) {
                if (!read(column).isNull()) {
                    faults.add(name + "." + column + ": expected " + read(column) + ", found nothing");
                }
            }
        }

        /** Every column was accounted for. */
        void done() {
            Set<String> left = new TreeSet<>(columns);
            left.removeAll(used);
            if (!left.isEmpty()) {
                faults.add(name + ": columns that nothing compares: " + left);
            }
        }
    }
}
