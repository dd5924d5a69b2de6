package se.tillsyn.web.release;

import se.tillsyn.analytics.release.LocalText;

/** An entry of a code list. */
public interface Code {

    String code();

    LocalText name();

    /** An entry that has a code and a name only, and a note where the list has one (else empty texts). */
    record Named(String code, LocalText name, LocalText note) implements Code {}
}
