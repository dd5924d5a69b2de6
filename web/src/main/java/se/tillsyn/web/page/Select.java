package se.tillsyn.web.page;

import static se.tillsyn.web.language.Markup.escaped;

import java.util.List;

/** A choice in a form. */
public record Select(String name, String label, List<Option> options) {

    public Select {
        options = List.copyOf(options);
    }

    /** An option of a choice. */
    public record Option(String value, String label, boolean selected) {}

    /** The options as markup, escaped: a choice of regions has hundreds. */
    public String html() {
        return html(options);
    }

    /** Options as markup, escaped. */
    public static String html(List<Option> options) {
        StringBuilder html = new StringBuilder(64 * options.size());
        for (Option option : options) {
            html.append("<option value=\"").append(escaped(option.value()));
            html.append(option.selected() ? "\" selected=\"selected\">" : "\">");
            html.append(escaped(option.label())).append("</option>");
        }
        return html.toString();
    }
}
