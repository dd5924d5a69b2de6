package se.tillsyn.web.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import se.tillsyn.web.dataset.Slice;

/** The formats of data, by the names that PxWebApi gives them. */
public enum OutputFormat {
    JSON_STAT("json-stat2", "application/json", "json", true),
    CSV("csv", "text/csv;charset=UTF-8", "csv", true),
    PX("px", "application/octet-stream", "px", true),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", false),
    HTML("html", "text/html;charset=UTF-8", "html", true),
    JSON_PX("json-px", "application/json", "json", true),
    PARQUET("parquet", "application/vnd.apache.parquet", "parquet", false);

    private final String code;
    private final String mediaType;
    private final String ending;
    private final boolean packs;

    OutputFormat(String code, String mediaType, String ending, boolean packs) {
        this.code = code;
        this.mediaType = mediaType;
        this.ending = ending;
        this.packs = packs;
    }

    public String code() {
        return code;
    }

    public String mediaType() {
        return mediaType;
    }

    /** End of file names, without the dot. */
    public String ending() {
        return ending;
    }

    /** Whether files of it become much smaller when packed. */
    public boolean packs() {
        return packs;
    }

    /** Writes a slice. */
    public void write(Slice slice, FormatOptions options, OutputStream out) throws IOException {
        writer().write(slice, options, out);
    }

    private SliceWriter writer() {
        return switch (this) {
            case JSON_STAT -> new JsonStat();
            case CSV -> new Csv();
            case PX -> new Px();
            case XLSX -> new Xlsx();
            case HTML -> new Html();
            case JSON_PX -> new JsonPx();
            case PARQUET -> new Parquet();
        };
    }

    /** A format by its name in any letters' case. */
    public static Optional<OutputFormat> ofCode(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code.equalsIgnoreCase(code))
                .findFirst();
    }
}
