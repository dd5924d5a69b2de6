package se.tillsyn.ingest.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.tillsyn.ingest.profile.LocalText;

/**
 * What became of one source file. Always read = loaded + quarantined.
 *
 * @param name the file's own name, without its folder
 * @param status what became of it
 * @param input its number in the batch, from 1; 0 = it is not in the batch
 * @param sha256 hash of its bytes; empty when it was not read to the end
 * @param sourceRows data records
 * @param read findings read
 * @param loaded findings loaded
 * @param quarantined findings not loaded
 * @param rowsWithoutJudgement records of a wide source in which nothing was judged
 * @param duplicateSourceRows records of a wide source that repeat an earlier one in every field
 * @param otherwise by column of the contract, findings that got the code for words the layout does not list
 * @param lackingColumns columns that may be missing and are
 * @param rules defects by rule and column
 * @param sameAs where the same content was met before; empty unless already loaded
 * @param refusal why it was refused, the first reasons; empty otherwise
 * @param refusalCount how many reasons there are in all
 */
public record FileReport(
        String name,
        Status status,
        int input,
        String sha256,
        long sourceRows,
        long read,
        long loaded,
        long quarantined,
        long rowsWithoutJudgement,
        long duplicateSourceRows,
        Map<String, Long> otherwise,
        List<String> lackingColumns,
        List<RuleTally> rules,
        String sameAs,
        List<LocalText> refusal,
        long refusalCount) {

    /** What becomes of a file. */
    public enum Status {
        LOADED("inläst", "loaded"),
        QUARANTINED("delvis i karantän", "partly quarantined"),
        REFUSED("avvisad", "refused"),
        SAME_CONTENT("samma innehåll som tidigare", "same content as before"),
        SKIPPED("överhoppad", "skipped");

        private final String sv;
        private final String en;

        Status(String sv, String en) {
            this.sv = sv;
            this.en = en;
        }

        LocalText text() {
            return new LocalText(sv, en);
        }
    }

    public FileReport {
        if (read != loaded + quarantined) {
            throw new IllegalArgumentException("expected read = loaded + quarantined");
        }
        otherwise = Collections.unmodifiableMap(new TreeMap<>(otherwise));
        lackingColumns = List.copyOf(lackingColumns);
        rules = List.copyOf(rules);
        refusal = List.copyOf(refusal);
    }

    /** A file whose content is in the store or in this run already. */
    public static FileReport same(String name, String sha256, String sameAs) {
        return empty(name, Status.SAME_CONTENT, sha256, sameAs, List.of(), 0);
    }

    /** A file of which nothing is loaded. */
    public static FileReport refused(String name, List<LocalText> reasons, long total) {
        return empty(name, Status.REFUSED, "", "", reasons, total);
    }

    /** An entry of a folder that is no file to read. */
    public static FileReport skipped(String name) {
        return empty(name, Status.SKIPPED, "", "", List.of(), 0);
    }

    private static FileReport empty(
            String name, Status status, String sha256, String sameAs, List<LocalText> reasons, long total) {
        return new FileReport(
                name, status, 0, sha256, 0, 0, 0, 0, 0, 0, Map.of(), List.of(), List.of(), sameAs, reasons, total);
    }
}
