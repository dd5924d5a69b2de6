package se.tillsyn.ingest.spark;

/** This machine, or this start, lacks what a job needs. Nothing was begun. */
public final class CannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStartException(String message) {
        super(message);
    }
}
