package se.tillsyn.ingest.store;

import java.io.Serializable;
import java.util.List;
import se.tillsyn.ingest.profile.LocalText;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Description of a batch, {@code manifest.json}. {@code loadedAt} is the only part that two runs on the same input may
 * not share; it takes no part in the batch's hash.
 *
 * @param format version of this description
 * @param batch identifier, {@code <seq>-<hash12>}
 * @param sequence place in the order of batches
 * @param loadedAt UTC instant, ISO 8601
 * @param profile profile the rows were read with
 * @param codeVersion version of the program
 * @param synthetic whether any row belongs to a synthetic programme
 * @param inputs source files in the order read
 * @param rows totals over the inputs; read = loaded + quarantined
 * @param revisions rows loaded that have revision 2 or more or are withdrawn
 * @param notes what a layout says must be said wherever its findings are published
 * @param files every file of the batch but this one
 */
public record BatchManifest(
        int format,
        String batch,
        int sequence,
        String loadedAt,
        ProfileVersion profile,
        String codeVersion,
        boolean synthetic,
        List<Input> inputs,
        RowCounts rows,
        int revisions,
        List<LocalText> notes,
        List<StoredFile> files) {

    /** Version of the description written now. */
    public static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    public BatchManifest {
        inputs = List.copyOf(inputs);
        notes = List.copyOf(notes);
        files = List.copyOf(files);
    }

    /** Which profile, in which state. */
    public record ProfileVersion(String id, int version, String hash) {}

    /** Counts of rows; always read = loaded + quarantined. */
    public record RowCounts(long read, long loaded, long quarantined) {
        public RowCounts {
            if (read != loaded + quarantined || loaded < 0 || quarantined < 0) {
                throw new IllegalArgumentException("expected read = loaded + quarantined");
            }
        }
    }

    /** One source file. The name is the file's own, without its folder. */
    public record Input(String name, String sha256, long bytes, String layout, RowCounts rows) {}

    /** One file of the batch, by its path inside it. */
    public record StoredFile(String path, long bytes, String sha256, long rows) implements Serializable {}

    public byte[] toJson() {
        return JSON.writeValueAsBytes(this);
    }

    /** @throws tools.jackson.core.JacksonException when the text is not a manifest of a known format */
    public static BatchManifest parse(byte[] json) {
        return JSON.readValue(json, BatchManifest.class);
    }
}
