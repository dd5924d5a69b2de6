package se.tillsyn.ingest.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.profile.LocalText;
import se.tillsyn.ingest.source.FileDefect;
import se.tillsyn.ingest.source.SourceForm;
import se.tillsyn.ingest.validation.Rule;

/**
 * What became of one source file. Always read = loaded + quarantined.
 *
 * @param name the file's own name, without its folder
 * @param status what became of it
 * @param input its number in the batch, from 1; 0 = it is not in the batch
 * @param readAs what it was read as; {@code null} = it was refused before that was known, or not read
 * @param sha256 hash of its bytes; empty when it was not read to the end
 * @param bytes its size; 0 when it was not read to the end
 * @param sourceRows data records
 * @param read findings read
 * @param loaded findings loaded
 * @param quarantined findings not loaded
 * @param rowsWithoutJudgement records of a wide source in which nothing was judged
 * @param duplicateSourceRows records of a wide source that repeat an earlier one in every field
 * @param otherwise by column of the contract, findings that got the code for words the layout does not list
 * @param lackingColumns columns that may be missing and are
 * @param rules defects by rule and column
 * @param sameAs where the same content was met before; {@code null} unless already loaded
 * @param refusal why it was refused or skipped, the first reasons; empty otherwise
 * @param refusalCount how many reasons there are in all
 */
public record FileReport(
        String name,
        Status status,
        int input,
        @Nullable SourceForm readAs,
        String sha256,
        long bytes,
        long sourceRows,
        long read,
        long loaded,
        long quarantined,
        long rowsWithoutJudgement,
        long duplicateSourceRows,
        Map<String, Long> otherwise,
        List<String> lackingColumns,
        List<RuleTally> rules,
        @Nullable SameAs sameAs,
        List<Reason> refusal,
        long refusalCount) {

    /**
     * Where the same content was met before: in a batch or in a file of the same run, the other being {@code null}.
     *
     * @param batch a batch's identifier
     * @param file a file's own name
     */
    public record SameAs(@Nullable String batch, @Nullable String file) {}

    /**
     * Why nothing of a file was loaded.
     *
     * @param rule id of the rule that refused it, or that passed it over in its folder
     * @param sv the reason in Swedish
     * @param en the reason in English
     */
    public record Reason(String rule, String sv, String en) {

        private static Reason of(FileDefect defect) {
            return of(defect.rule(), defect.message());
        }

        private static Reason of(SkipReason reason) {
            return of(reason, reason.text());
        }

        private static Reason of(Enum<?> rule, LocalText text) {
            return new Reason(rule.name(), text.sv(), text.en());
        }

        /** The rule and what it says of the file. */
        LocalText text() {
            return new LocalText(rule + ": " + sv, rule + ": " + en);
        }
    }

    private static final Set<String> REPEATED = Set.of(Rule.DUPLICATE.name(), Rule.DUPLICATE_OF_BATCH.name());

    /** What becomes of a file. */
    public enum Status {
        LOADED("inläst", "loaded", "Inget att göra.", "Nothing to do."),
        QUARANTINED(
                "delvis inläst",
                "partly loaded",
                "Rätta raderna nedan i källan och läs in filen igen. Rader som redan är inlästa läggs inte till en gång"
                        + " till.",
                "Correct the rows below at the source and ingest the file again. Rows that are loaded already are not"
                        + " added again."),
        REFUSED(
                "avvisad",
                "refused",
                "Inget av filen är inläst. Rätta det som står nedan och läs in hela filen igen.",
                "Nothing of the file was loaded. Correct what stands below and ingest the whole file again."),
        SAME_CONTENT(
                "samma innehåll som tidigare",
                "same content as before",
                "Inget att göra. En rättelse måste ha ändrade rader med högre revision.",
                "Nothing to do. A correction must have changed rows with a higher revision."),
        SKIPPED(
                "överhoppad",
                "skipped",
                "Inget av den är läst; skälet står nedan.",
                "Nothing of it was read; the reason stands below.");

        private final String sv;
        private final String en;
        private final String adviceSv;
        private final String adviceEn;

        Status(String sv, String en, String adviceSv, String adviceEn) {
            this.sv = sv;
            this.en = en;
            this.adviceSv = adviceSv;
            this.adviceEn = adviceEn;
        }

        LocalText text() {
            return new LocalText(sv, en);
        }

        /** What the sender does about it. */
        LocalText advice() {
            return new LocalText(adviceSv, adviceEn);
        }

        /** Whether someone has to do something. */
        boolean matters() {
            return this == QUARANTINED || this == REFUSED || this == SKIPPED;
        }
    }

    public FileReport {
        if (read != loaded + quarantined) {
            throw new IllegalArgumentException("expected read = loaded + quarantined");
        }
        if (readAs == null && (status == Status.LOADED || status == Status.QUARANTINED)) {
            throw new IllegalArgumentException("expected what a file was read as that is " + status);
        }
        otherwise = Collections.unmodifiableMap(new TreeMap<>(otherwise));
        lackingColumns = List.copyOf(lackingColumns);
        rules = List.copyOf(rules);
        refusal = List.copyOf(refusal);
    }

    /** What it was read as, or that this is not known. */
    LocalText form() {
        if (readAs != null) {
            return readAs.text();
        }
        return status == Status.REFUSED ? new LocalText("okänt", "not known") : new LocalText("inte läst", "not read");
    }

    /** What the sender does about it: about rows that are there already, nothing. */
    LocalText advice() {
        boolean onlyRepeated =
                status == Status.QUARANTINED && rules.stream().allMatch(tally -> REPEATED.contains(tally.rule()));
        return onlyRepeated
                ? new LocalText(
                        "Inget att göra. Raderna i karantän finns redan och läggs inte till en gång till.",
                        "Nothing to do. The rows in quarantine are there already and are not added again.")
                : status.advice();
    }

    /** A file whose content a batch of the store holds already. */
    public static FileReport sameAsBatch(String name, String sha256, String batch) {
        return empty(name, Status.SAME_CONTENT, null, sha256, new SameAs(batch, null), List.of(), 0);
    }

    /** A file whose content another file of this run has. */
    public static FileReport sameAsFile(String name, String sha256, String file) {
        return empty(name, Status.SAME_CONTENT, null, sha256, new SameAs(null, file), List.of(), 0);
    }

    /**
     * A file of which nothing is loaded.
     *
     * @param readAs what it was being read as; {@code null} = not known
     * @param defects the first reasons
     * @param total how many reasons there are in all
     */
    public static FileReport refused(String name, @Nullable SourceForm readAs, List<FileDefect> defects, long total) {
        return empty(
                name,
                Status.REFUSED,
                readAs,
                "",
                null,
                defects.stream().map(Reason::of).toList(),
                total);
    }

    /** An entry of a folder that is not read: skipped when it is no file to read, refused when it is one. */
    public static FileReport notRead(String name, SkipReason reason) {
        Status status = reason == SkipReason.NAME ? Status.REFUSED : Status.SKIPPED;
        return empty(name, status, null, "", null, List.of(Reason.of(reason)), 1);
    }

    private static FileReport empty(
            String name,
            Status status,
            @Nullable SourceForm readAs,
            String sha256,
            @Nullable SameAs sameAs,
            List<Reason> reasons,
            long total) {
        return new FileReport(
                name, status, 0, readAs, sha256, 0, 0, 0, 0, 0, 0, 0, Map.of(), List.of(), List.of(), sameAs, reasons,
                total);
    }
}
