package se.tillsyn.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.commit.FileKind;
import se.tillsyn.ingest.deidentification.SafeName;
import se.tillsyn.ingest.duplicates.Drops;
import se.tillsyn.ingest.duplicates.KeyFile;
import se.tillsyn.ingest.duplicates.OccurrenceWriter;
import se.tillsyn.ingest.duplicates.Place;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.source.FindingSource;
import se.tillsyn.ingest.source.RefusedFileException;
import se.tillsyn.ingest.source.SourceSummary;
import se.tillsyn.ingest.validation.FindingValidator;

/**
 * The work on one file. The same file and drops give the same bytes; every attempt writes files of its own, and only those
 * of the attempt whose answer arrives are used.
 *
 * @param number the file's number, in the names of what is written and in the quarantine
 * @param source the file
 * @param folder working folder that is written to
 */
record FileTask(int number, String source, String folder) implements Serializable {

    /**
     * Reads the file and writes what it gives: findings, quarantine and keys. A refused file leaves nothing.
     *
     * @param dropFiles findings that are valid and yet not loaded
     * @param names what the quarantine calls other rows
     * @param meter counts bytes and findings while they are read
     */
    FileResult load(LoadContext context, List<String> dropFiles, RowNames names, ReadMeter meter) throws IOException {
        String attempt = String.format(Locale.ROOT, "%05d-%s", number, Tasks.attempt());
        try (Drops drops = Drops.open(dropFiles);
                FileLoad load = new FileLoad(number, Path.of(folder), attempt, context, drops, names, meter)) {
            try {
                SourceSummary summary =
                        FindingSource.read(Path.of(source), context.layout(), load::take, load::advance);
                return load.finish(summary);
            } catch (RefusedFileException e) {
                load.discard();
                return FileResult.refused(number, e);
            }
        }
    }

    /**
     * Reads the file again and writes down the findings whose key may stand twice.
     *
     * @param keys the file's key hashes
     * @param candidates key hashes that may stand twice
     * @param parts number of parts that the keys are dealt to
     * @return stem of what was written; empty = the file has no candidate
     * @throws IOException also when the file is no longer what it was
     */
    String occurrences(LoadContext context, String keys, String candidates, int parts) throws IOException {
        long[] mine = KeyFile.shared(Path.of(keys), Path.of(candidates));
        if (mine.length == 0) {
            return "";
        }
        String stem = Path.of(folder, String.format(Locale.ROOT, "run-%05d-%s", number, Tasks.attempt()))
                .toString();
        FindingValidator validator = new FindingValidator(context.codes(), context.loadedOn());
        long[] ordinal = {0};
        try (OccurrenceWriter writer = new OccurrenceWriter(stem, mine, parts)) {
            FindingSource.read(Path.of(source), context.layout(), row -> {
                ordinal[0]++;
                Finding finding = validator.validate(row);
                if (finding != null) {
                    writer.take(finding, new Place(Place.THIS_RUN, number, row.line()), ordinal[0]);
                }
            });
        } catch (RefusedFileException e) {
            throw changed();
        }
        return stem;
    }

    /** The failure of a run whose source does not hold still. */
    IOException changed() {
        return new IOException(
                "Source file " + SafeName.ofFile(String.valueOf(Path.of(source).getFileName()), number)
                        + ": it changed while it was ingested. Nothing was stored. Wait until it is written, then start again.");
    }

    /** SHA-256 of a file; empty when it may not be read at all, which its reading will tell. */
    static String hashOrEmpty(String file) throws IOException {
        try {
            return ContentHash.of(Path.of(file));
        } catch (AccessDeniedException | NoSuchFileException e) {
            return "";
        }
    }

    /** Size in bytes, or -1 when the file cannot be asked; its reading will say why. */
    static long sizeOf(Path file) {
        try {
            return FileKind.of(file) == FileKind.FILE ? Files.size(file) : -1;
        } catch (IOException e) {
            return -1;
        }
    }
}
