package se.tillsyn.web.api;

import java.util.List;
import se.tillsyn.web.page.PageFrame;

/**
 * A form for each address of {@code /api/v1}.
 *
 * @param document address of the description that programs read
 * @param up address of the page above
 */
record TrialPage(PageFrame frame, String up, String document, List<Trial> trials) {

    /** @param action where the form goes, which leads on to the address that it fills in */
    record Trial(String id, String path, String about, String action, List<Field> fields) {}

    /** @param value what the field holds first; empty for nothing */
    record Field(String id, String name, String about, boolean required, String value) {}
}
