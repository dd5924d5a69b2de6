package se.tillsyn.web.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import se.tillsyn.web.dataset.Cells;
import se.tillsyn.web.dataset.Dataset;
import se.tillsyn.web.dataset.Note;
import se.tillsyn.web.dataset.Role;
import se.tillsyn.web.dataset.Slice;
import se.tillsyn.web.language.Language;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of the first PxWebApi: columns, then rows of keys and values, all as texts. The measures are the columns of type
 * {@code c}; a figure that is missing is its symbol.
 */
final class JsonPx implements SliceWriter {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    @Override
    public void write(Slice slice, FormatOptions options, OutputStream out) throws IOException {
        List<String> order = new ArrayList<>();
        slice.parts().stream()
                .map(part -> part.dimension().code())
                .filter(code -> !code.equals(Dataset.CONTENTS))
                .forEach(order::add);
        order.add(Dataset.CONTENTS);
        Slice arranged = slice.arranged(order, 1);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            columns(json, arranged, options.language());
            comments(json, arranged, options.language());
            data(json, arranged);
            metadata(json, arranged, options.language());
            json.writeEndObject();
        }
    }

    private static void columns(JsonGenerator json, Slice slice, Language language) {
        json.writeArrayPropertyStart("columns");
        for (Slice.Part part : slice.parts()) {
            if (part.dimension().role() != Role.METRIC) {
                String type = part.dimension().role() == Role.TIME ? "t" : "d";
                column(
                        json,
                        part.dimension().code(),
                        language.of(part.dimension().label()),
                        type);
            }
        }
        Slice.Part measures = slice.part(Dataset.CONTENTS);
        for (int i = 0; i < measures.size(); i++) {
            column(json, measures.value(i).code(), language.of(measures.value(i).label()), "c");
        }
        json.writeEndArray();
    }

    private static void column(JsonGenerator json, String code, String text, String type) {
        json.writeStartObject();
        json.writeStringProperty("code", code);
        json.writeStringProperty("text", text);
        json.writeStringProperty("type", type);
        json.writeEndObject();
    }

    private static void comments(JsonGenerator json, Slice slice, Language language) {
        json.writeArrayPropertyStart("comments");
        for (Slice.Part part : slice.parts()) {
            for (int i = 0; i < part.size(); i++) {
                for (Note note : part.value(i).notes()) {
                    json.writeStartObject();
                    json.writeStringProperty("variable", part.dimension().code());
                    json.writeStringProperty("value", part.value(i).code());
                    json.writeStringProperty("comment", language.of(note.text()));
                    json.writeEndObject();
                }
            }
        }
        json.writeEndArray();
    }

    private static void data(JsonGenerator json, Slice slice) {
        Cells cells = slice.cells();
        List<Slice.Part> keys = slice.parts().subList(0, slice.parts().size() - 1);
        int measures = slice.part(Dataset.CONTENTS).size();
        int[] places = new int[keys.size()];
        json.writeArrayPropertyStart("data");
        for (int row = 0; row < cells.size() / measures; row++) {
            json.writeStartObject();
            json.writeArrayPropertyStart("key");
            for (int i = 0; i < places.length; i++) {
                json.writeString(keys.get(i).value(places[i]).code());
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("values");
            for (int cell = row * measures; cell < (row + 1) * measures; cell++) {
                json.writeString(
                        cells.hasNumber(cell)
                                ? cells.plain(cell)
                                : cells.status(cell).symbol());
            }
            json.writeEndArray();
            json.writeEndObject();
            advance(keys, places);
        }
        json.writeEndArray();
    }

    private static void advance(List<Slice.Part> parts, int[] places) {
        for (int i = places.length - 1; i >= 0; i--) {
            places[i]++;
            if (places[i] < parts.get(i).size()) {
                return;
            }
            places[i] = 0;
        }
    }

    private static void metadata(JsonGenerator json, Slice slice, Language language) {
        json.writeArrayPropertyStart("metadata");
        json.writeStartObject();
        json.writeStringProperty("infofile", slice.dataset().id());
        json.writeStringProperty("updated", slice.dataset().release().publishedAt());
        json.writeStringProperty("label", Titles.of(slice, language));
        json.writeStringProperty("source", language.of(slice.dataset().release().publisher()));
        json.writeStringProperty("release", slice.dataset().release().release());
        json.writeEndObject();
        json.writeEndArray();
    }
}
