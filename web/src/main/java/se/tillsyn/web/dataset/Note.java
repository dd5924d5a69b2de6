package se.tillsyn.web.dataset;

import se.tillsyn.analytics.release.LocalText;

/**
 * What must or may be said beside a table, a dimension or a value.
 *
 * @param mandatory whether whoever shows the figures must show it
 */
public record Note(LocalText text, boolean mandatory) {

    static Note mandatory(LocalText text) {
        return new Note(text, true);
    }

    static Note optional(LocalText text) {
        return new Note(text, false);
    }
}
