package se.tillsyn.analytics.change;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.ReleaseLayout;

/** As known after which batch an edition's figures are: after its newest, but where findings are held back after an earlier one. */
final class KnownUntil {

    /** Where something is held. */
    private record Place(String topic, String year, String region) {}

    private final int newest;
    private final Map<Place, Integer> held = new HashMap<>();
    private final Map<String, String> above = new HashMap<>();

    /** @param placeOf place of a batch in the store, or -1 */
    KnownUntil(Edition edition, ToIntFunction<String> placeOf) throws IOException {
        newest = placeOf.applyAsInt(edition.batch());
        for (Manifest.Held one : edition.held()) {
            held.put(new Place(one.topic(), one.year(), one.region()), placeOf.applyAsInt(one.batch()));
        }
        Path regions = edition.folder().resolve(ReleaseLayout.codeList("regions"));
        if (!held.isEmpty()) {
            try (CsvReader<NamedCsvRecord> rows =
                    CsvReader.builder().ofNamedCsvRecord(Files.newBufferedReader(regions, StandardCharsets.UTF_8))) {
                rows.forEach(row -> above.put(row.getField("code"), row.getField("parent")));
            }
        }
    }

    int newest() {
        return newest;
    }

    /** The earliest batch that any figure is of. */
    int earliest() {
        return held.values().stream().mapToInt(Integer::intValue).reduce(newest, Math::min);
    }

    /** The latest batch that any figure is of. */
    int latest() {
        return held.values().stream().mapToInt(Integer::intValue).reduce(newest, Math::max);
    }

    /** Place of the batch after which figures of a topic's year in a region are known. */
    int of(String topic, String year, String region) {
        if (held.isEmpty()) {
            return newest;
        }
        @Nullable Integer least = null;
        for (String at = region; at != null && !at.isEmpty(); at = above.get(at)) {
            Integer found = held.get(new Place(topic, year, at));
            if (found != null) {
                least = least == null ? found : Integer.valueOf(Math.min(least, found));
            }
        }
        return least == null ? newest : least;
    }
}
