package se.tillsyn.web.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import se.tillsyn.web.dataset.Slice;

/** The formats of data, by the names that PxWebApi gives them. */
public enum OutputFormat {
    JSON_STAT("json-stat2", "application/json", "json", new JsonStat()),
    CSV("csv", "text/csv;charset=UTF-8", "csv", new Csv()),
    PX("px", "application/octet-stream", "px", new Px()),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", new Xlsx()),
    HTML("html", "text/html;charset=UTF-8", "html", new Html()),
    JSON_PX("json-px", "application/json", "json", new JsonPx()),
    PARQUET("parquet", "application/vnd.apache.parquet", "parquet", new Parquet());

    private final String code;
    private final String mediaType;
    private final String ending;
    private final SliceWriter writer;

    OutputFormat(String code, String mediaType, String ending, SliceWriter writer) {
        this.code = code;
        this.mediaType = mediaType;
        this.ending = ending;
        this.writer = writer;
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

    /** Writes a slice. The same slice and options give the same bytes. */
    public void write(Slice slice, FormatOptions options, OutputStream out) throws IOException {
        writer.write(slice, options, out);
    }

    /** A format by its name in any letters' case. */
    public static Optional<OutputFormat> ofCode(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code.equalsIgnoreCase(code))
                .findFirst();
    }
}
