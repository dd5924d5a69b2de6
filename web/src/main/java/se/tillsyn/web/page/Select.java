package se.tillsyn.web.page;

import java.util.List;

/** A choice in a form. */
public record Select(String name, String label, List<Option> options) {

    public Select {
        options = List.copyOf(options);
    }

    /** An option of a choice. */
    public record Option(String value, String label, boolean selected) {}
}
