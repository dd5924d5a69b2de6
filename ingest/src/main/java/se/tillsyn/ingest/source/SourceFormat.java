package se.tillsyn.ingest.source;

import se.tillsyn.ingest.profile.LocalText;

/** What a source file is read as. */
public enum SourceFormat {
    CSV("CSV", "CSV"),
    /** One JSON object a line. */
    NDJSON("NDJSON", "NDJSON"),
    /** One JSON array of objects. */
    JSON("JSON-array", "JSON array"),
    PARQUET("Parquet", "Parquet");

    private final String sv;
    private final String en;

    SourceFormat(String sv, String en) {
        this.sv = sv;
        this.en = en;
    }

    LocalText text() {
        return new LocalText(sv, en);
    }
}
