package se.tillsyn.web.table;

import java.util.Optional;

/** How a CSV file is written. */
public enum CsvDialect {
    /** UTF-8, comma, CRLF, decimal point. */
    STANDARD("standard"),
    /** With byte order mark, semicolon and decimal comma, text guarded against formulas: opens right in Swedish Excel. */
    EXCEL_SV("excel-sv");

    /** Name of the parameter that chooses it. */
    public static final String PARAMETER = "dialect";

    private final String code;

    CsvDialect(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The dialect of a code; empty for a code that none has. */
    public static Optional<CsvDialect> ofCode(String code) {
        for (CsvDialect dialect : values()) {
            if (dialect.code.equals(code)) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }
}
