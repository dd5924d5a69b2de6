package se.tillsyn.web.language;

import org.springframework.web.util.HtmlUtils;

/**
 * Texts as markup. What pages repeat hundreds of times writes itself by this; templates, which escape by themselves,
 * write the rest.
 */
public final class Markup {

    private Markup() {}

    /** A text as it stands between tags and in attributes. */
    public static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
