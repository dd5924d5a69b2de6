package se.tillsyn.web.verdict;

/** Where a figure lies beside what it is compared with. */
public enum Direction {
    /** Higher, and the data show it. */
    HIGHER("higher", "▲"),
    /** Lower, and the data show it. */
    LOWER("lower", "▼"),
    /** The data show no difference. */
    NOT_SHOWN("not-shown", "●"),
    /** Nothing to compare: one of the two has no number. */
    NOT_COMPARED("not-compared", "");

    private final String code;
    private final String symbol;

    Direction(String code, String symbol) {
        this.code = code;
        this.symbol = symbol;
    }

    /** Code in files, message keys and classes. */
    public String code() {
        return code;
    }

    String symbol() {
        return symbol;
    }
}
