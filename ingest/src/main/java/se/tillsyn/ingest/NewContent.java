package se.tillsyn.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.report.FileReport;
import se.tillsyn.ingest.report.SkipReason;

/**
 * Which of the entries must be read: files whose content neither the store nor an earlier file of the run has. A file is
 * hashed beforehand only when its size is one that was met.
 */
final class NewContent {

    private final SourceFiles sources;
    private final SameContent known;
    private final @Nullable FileReport[] reports;

    /** @param reports by index of the entry; gets the report on each entry that is not to be read */
    NewContent(SourceFiles sources, SameContent known, @Nullable FileReport[] reports) {
        this.sources = sources;
        this.known = known;
        this.reports = reports;
    }

    /** Entries to be read, by index, ascending. */
    List<Integer> find(Tasks tasks) {
        List<Integer> files = new ArrayList<>();
        for (int i = 0; i < reports.length; i++) {
            SourceFiles.Entry entry = sources.entries().get(i);
            SkipReason skip = entry.skip();
            if (skip != null) {
                reports[i] = FileReport.notRead(entry.name(), skip);
            } else {
                files.add(i);
            }
        }
        Map<Integer, String> hashes = hashesOfDoubtful(tasks, files);
        Map<String, String> firstNames = new LinkedHashMap<>();
        List<Integer> toRead = new ArrayList<>();
        for (int i : files) {
            String name = sources.entries().get(i).name();
            String sha256 = hashes.getOrDefault(i, "");
            String batch = known.batchOf(sha256);
            String sameName = sha256.isEmpty() ? null : firstNames.putIfAbsent(sha256, name);
            if (batch != null) {
                reports[i] = FileReport.sameAsBatch(name, sha256, batch);
            } else if (sameName != null) {
                reports[i] = FileReport.sameAsFile(name, sha256, sameName);
            } else {
                toRead.add(i);
            }
        }
        return toRead;
    }

    private Map<Integer, String> hashesOfDoubtful(Tasks tasks, List<Integer> files) {
        Map<Long, Integer> filesBySize = new HashMap<>();
        files.forEach(i -> filesBySize.merge(FileTask.sizeOf(path(i)), 1, Integer::sum));
        List<Integer> doubtful = files.stream()
                .filter(i -> {
                    long size = FileTask.sizeOf(path(i));
                    return size >= 0 && (known.hasSize(size) || filesBySize.getOrDefault(size, 0) > 1);
                })
                .toList();
        List<String> paths = doubtful.stream().map(i -> path(i).toString()).toList();
        List<String> hashes = tasks.onEach("Hashing", paths, FileTask::hashOrEmpty);
        Map<Integer, String> byEntry = new HashMap<>();
        for (int i = 0; i < hashes.size(); i++) {
            byEntry.put(doubtful.get(i), hashes.get(i));
        }
        return byEntry;
    }

    private Path path(int entry) {
        return sources.entries().get(entry).path();
    }
}
