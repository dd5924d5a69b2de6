package se.tillsyn.analytics.release;

import java.util.Arrays;

/**
 * Why a figure has or lacks a number. One code per reason in every file; what a page shows instead of a number follows
 * from it. Nothing tells a cell withheld for its own smallness from one withheld to protect another.
 */
public enum Status {
    /** A number. */
    VALUE("", ""),
    /** Withheld: publishing it could disclose something about a person or a file. */
    SUPPRESSED("c", ":"),
    /** Too uncertain to be shown. */
    UNRELIABLE("u", ".."),
    /** Not inspected, or nothing assessed. */
    NOT_AVAILABLE("x", ".."),
    /** The figure cannot exist here. */
    NOT_APPLICABLE("z", ".");

    private final String code;
    private final String symbol;

    Status(String code, String symbol) {
        this.code = code;
        this.symbol = symbol;
    }

    /** Code in the status columns of CSV and Parquet; empty for a number. */
    public String code() {
        return code;
    }

    /** What tables show in the number's place; empty for a number. */
    public String symbol() {
        return symbol;
    }

    /** @throws IllegalArgumentException when no status has the code */
    public static Status ofCode(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("status: expected one of '', c, u, x, z"));
    }
}
