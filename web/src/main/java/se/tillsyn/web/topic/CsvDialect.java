package se.tillsyn.web.topic;

/** How a data file is written. */
enum CsvDialect {
    /** UTF-8, comma, CRLF, decimal point. */
    STANDARD("standard"),
    /** With byte order mark, semicolon and decimal comma, text guarded against formulas: opens right in Swedish Excel. */
    EXCEL_SV("excel-sv");

    static final String PARAMETER = "dialect";

    private final String code;

    CsvDialect(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
