package se.tillsyn.analytics.register;

import java.io.IOException;

/** What was asked for would break a rule of publication; no release was moved. */
public final class NotAllowedException extends IOException {

    private static final long serialVersionUID = 1L;

    public NotAllowedException(String message) {
        super(message);
    }
}
