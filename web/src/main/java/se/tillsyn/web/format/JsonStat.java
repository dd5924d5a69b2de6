package se.tillsyn.web.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import se.tillsyn.web.dataset.Cells;
import se.tillsyn.web.dataset.Dataset;
import se.tillsyn.web.dataset.Dimension;
import se.tillsyn.web.dataset.Role;
import se.tillsyn.web.dataset.Slice;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON-stat 2.0 as PxWebApi 2 writes it: of data, and of a whole dataset without data. A value is a number, or {@code null}
 * with a symbol in {@code status}.
 */
public final class JsonStat implements SliceWriter {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    JsonStat() {}

    @Override
    public void write(Slice slice, FormatOptions options, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            new JsonStatDocument(json, slice, options).writeHead(Titles.of(slice, options.language()));
            cells(json, slice.cells());
            json.writeEndObject();
        }
    }

    /** A slice's description without figures: what PxWebApi calls metadata. */
    public static void writeMetadata(Slice slice, FormatOptions options, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            new JsonStatDocument(json, slice, options)
                    .withValueSets()
                    .writeHead(Titles.of(slice.dataset(), options.language()));
            json.writeArrayPropertyStart("value");
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void cells(JsonGenerator json, Cells cells) {
        json.writeArrayPropertyStart("value");
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.hasNumber(i)) {
                json.writeNull();
            } else if (cells.number(i) == Math.rint(cells.number(i)) && Math.abs(cells.number(i)) < 1e15) {
                json.writeNumber((long) cells.number(i));
            } else {
                json.writeNumber(cells.number(i));
            }
        }
        json.writeEndArray();
        boolean any = false;
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.hasNumber(i)) {
                if (!any) {
                    json.writeObjectPropertyStart("status");
                    any = true;
                }
                json.writeStringProperty(Integer.toString(i), cells.status(i).symbol());
            }
        }
        if (any) {
            json.writeEndObject();
        }
    }

    /** Codes of the dimensions of a role. */
    static List<String> codes(Dataset dataset, Role role) {
        return dataset.dimensions().stream()
                .filter(dimension -> dimension.role() == role)
                .map(Dimension::code)
                .toList();
    }
}
