package se.tillsyn.web.page;

import static se.tillsyn.web.language.Markup.escaped;

import java.util.List;
import java.util.stream.Collectors;

/** A menu of the site. */
public record Menu(List<Entry> entries) {

    /** No menu. */
    public static final Menu NONE = new Menu(List.of());

    /**
     * An entry of a menu.
     *
     * @param current whether the page stands in it
     */
    public record Entry(String label, String href, boolean current) {

        private String html() {
            return "<li><a href=\"" + escaped(href) + (current ? "\" aria-current=\"page\">" : "\">") + escaped(label)
                    + "</a></li>";
        }
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The entries as markup, escaped. Every page has them, and each would cost a template four expressions. */
    public String html() {
        return entries.stream().map(Entry::html).collect(Collectors.joining());
    }
}
