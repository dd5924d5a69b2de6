package se.tillsyn.analytics.audit.release;

/** A field of a published table is not what its column holds. Names the column, never the field. */
final class MalformedFigureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String column;

    MalformedFigureException(String column) {
        super("column " + column + ": expected a figure");
        this.column = column;
    }

    String column() {
        return column;
    }
}
