package se.tillsyn.web.http;

/** A well-formed code that the release does not have. Holds nothing of what was sent. */
public final class UnknownCodeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;

    /** @param what kind of code: {@code topic}, {@code region}, {@code period}, {@code age}, {@code type}, {@code file} */
    public UnknownCodeException(String what) {
        super("no such " + what);
        this.what = what;
    }

    /** Key of the sentence that says what is missing. */
    public String messageKey() {
        return "error.unknown." + what;
    }
}
