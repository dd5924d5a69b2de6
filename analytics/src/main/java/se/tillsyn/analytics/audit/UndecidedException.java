package se.tillsyn.analytics.audit;

/** The search for the bounds over whole numbers was given up; the bounds over real numbers hold, but may be too wide. */
public final class UndecidedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndecidedException() {
        super("whole-number search: expected an answer within the allowed number of linear programmes, found none");
    }
}
