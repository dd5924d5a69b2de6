package se.tillsyn.ingest.profile;

/** A profile that cannot be used: what was expected, what was found, in which of its files. */
public final class ProfileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProfileException(String message) {
        super(message);
    }

    public ProfileException(String message, Throwable cause) {
        super(message, cause);
    }
}
