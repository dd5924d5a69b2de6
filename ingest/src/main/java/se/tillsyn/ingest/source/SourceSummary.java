package se.tillsyn.ingest.source;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was read of a file.
 *
 * @param sha256 hash of the bytes read
 * @param bytes how many they were
 * @param form what they were read as
 * @param records data records
 * @param findings findings given; the same as {@code records} unless the layout is wide
 * @param recordsWithoutJudgement records of a wide layout all of whose wide columns are empty
 * @param duplicateRecords records of a wide layout that repeat an earlier one in every field, ignored columns included
 * @param otherwise by column of the contract, how many findings got the code for words that the layout does not list
 * @param lacking columns that may be missing and are
 */
public record SourceSummary(
        String sha256,
        long bytes,
        SourceForm form,
        long records,
        long findings,
        long recordsWithoutJudgement,
        long duplicateRecords,
        Map<String, Long> otherwise,
        List<String> lacking)
        implements Serializable {

    public SourceSummary {
        otherwise = Collections.unmodifiableMap(new TreeMap<>(otherwise));
        lacking = List.copyOf(lacking);
    }
}
