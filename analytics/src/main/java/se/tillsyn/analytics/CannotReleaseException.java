package se.tillsyn.analytics;

/** The store holds nothing that may be released; nothing was changed. */
final class CannotReleaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotReleaseException(String message) {
        super(message);
    }
}
