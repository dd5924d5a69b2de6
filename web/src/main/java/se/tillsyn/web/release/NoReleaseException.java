package se.tillsyn.web.release;

/** No release that can be verified has been published yet. */
public final class NoReleaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoReleaseException() {
        super("No release has been published that can be verified.");
    }
}
