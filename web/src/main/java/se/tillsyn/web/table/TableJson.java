package se.tillsyn.web.table;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.tillsyn.web.language.Language;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a view's table as JSON: what it is and where from, its columns, and an object for each row with the same keys and
 * values as the CSV. A number that is not given is {@code null} beside its status.
 */
public final class TableJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TableJson() {}

    /** The file; title and labels in one language. */
    public static byte[] bytes(ViewTable table, Language language, TableSource source) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            head(json, table, language, source);
            columns(json, table, language);
            rows(json, table, language);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void head(JsonGenerator json, ViewTable table, Language language, TableSource source) {
        json.writeStringProperty("title", language.of(table.title()));
        json.writeStringProperty("language", language.code());
        json.writeStringProperty("release", source.release());
        json.writeStringProperty("published_at", source.publishedAt());
        json.writeBooleanProperty("synthetic", source.synthetic());
        json.writeStringProperty("publisher", source.publisher());
        json.writeStringProperty("licence", source.licence());
        json.writeStringProperty("licence_url", source.licenceUrl());
        json.writeStringProperty("address", source.address());
        json.writeArrayPropertyStart("notes");
        for (String note : source.notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
    }

    private static void columns(JsonGenerator json, ViewTable table, Language language) {
        json.writeArrayPropertyStart("columns");
        for (ViewTable.Field field : table.fields()) {
            json.writeStartObject();
            json.writeStringProperty("key", field.key());
            json.writeStringProperty("label", language.of(field.label()));
            json.writeStringProperty("type", field.type().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void rows(JsonGenerator json, ViewTable table, Language language) {
        List<ViewTable.Field> fields = table.fields();
        json.writeArrayPropertyStart("rows");
        for (List<@Nullable Object> row : table.records(language)) {
            json.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                json.writeName(fields.get(i).key());
                write(json, row.get(i));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(value.toString());
        }
    }
}
