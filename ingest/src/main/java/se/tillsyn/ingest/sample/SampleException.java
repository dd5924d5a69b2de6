package se.tillsyn.ingest.sample;

/** A sample that cannot be made: what was expected, what was found, where, and what to do. */
final class SampleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SampleException(String message) {
        super(message);
    }
}
