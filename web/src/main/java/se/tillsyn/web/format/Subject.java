package se.tillsyn.web.format;

import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.web.dataset.DatasetTexts;

/** The one subject area that all datasets belong to. */
public final class Subject {

    public static final String CODE = "TILLSYN";

    private Subject() {}

    public static LocalText name() {
        return DatasetTexts.of("subject");
    }
}
