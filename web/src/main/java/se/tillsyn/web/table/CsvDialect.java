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

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final String code;

    CsvDialect(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** What a file begins with. */
    public String start() {
        return this == EXCEL_SV ? "\ufeff" : "";
    }

    public char separator() {
        return this == EXCEL_SV ? ';' : ',';
    }

    /** A number, given with a decimal point. */
    public String number(String plain) {
        return this == EXCEL_SV ? plain.replace('.', ',') : plain;
    }

    /** Text as it is, but in the spreadsheet dialect never the start of a formula. */
    public String text(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula && this == EXCEL_SV ? "'" + text : text;
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
