package se.tillsyn.analytics.audit;

/** Released figures that no table of counts can have: a fault of the release, whatever it discloses. */
public final class ContradictionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ContradictionException() {
        super("released figures: expected at least one table of counts that has them all, found none");
    }
}
