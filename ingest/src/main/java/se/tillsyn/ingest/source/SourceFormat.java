package se.tillsyn.ingest.source;

import java.util.Locale;

/** What a source file is read as. */
public enum SourceFormat {
    CSV,
    /** One JSON object a line. */
    NDJSON,
    /** One JSON array of objects. */
    JSON,
    PARQUET;

    /** The name in reports and manifests. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
