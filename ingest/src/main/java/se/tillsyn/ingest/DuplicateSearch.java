package se.tillsyn.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.broadcast.Broadcast;
import se.tillsyn.ingest.duplicates.CandidateSearch;
import se.tillsyn.ingest.duplicates.KeyFile;
import se.tillsyn.ingest.duplicates.Resolution;
import se.tillsyn.ingest.store.Batch;

/**
 * Finds what must not be loaded because it, or something that contradicts it, stands elsewhere in the run or in the store.
 * Key hashes narrow the search; only files that hold candidates are read again; what they hold is dealt by key into parts
 * that fit into memory. Nothing here grows with the number of rows but files in the working folder.
 */
final class DuplicateSearch {

    /** Candidates per part: some 100 MB of what is known of each. */
    private static final int CANDIDATES_PER_PART = 250_000;

    private final Tasks tasks;
    private final Broadcast<LoadContext> context;
    private final List<Batch> batches;
    private final Path folder;

    /** @param folder working folder */
    DuplicateSearch(Tasks tasks, Broadcast<LoadContext> context, List<Batch> batches, Path folder) {
        this.tasks = tasks;
        this.context = context;
        this.batches = List.copyOf(batches);
        this.folder = folder;
    }

    /**
     * Searches.
     *
     * @param files the run's files that are not refused
     * @param keys new file that gets the distinct key hashes of the run
     * @return by number of the task, files that say what is not loaded
     */
    SortedMap<Integer, List<String>> search(List<ReadFile> files, Path keys) throws IOException {
        tasks.stage("Looking for duplicates");
        List<Path> earlier = new ArrayList<>();
        for (Batch batch : batches) {
            earlier.add(batch.folder().path().resolve(Batch.KEYS));
        }
        Path candidates = folder.resolve("candidates.bin");
        CandidateSearch.search(
                files.stream().map(file -> Path.of(file.result().keys())).toList(), earlier, keys, candidates);
        long count = KeyFile.count(candidates);
        return count == 0 ? new TreeMap<>() : resolve(files, candidates, parts(count));
    }

    private static int parts(long candidates) {
        return Math.toIntExact(candidates / CANDIDATES_PER_PART + 1);
    }

    private SortedMap<Integer, List<String>> resolve(List<ReadFile> files, Path candidates, int parts)
            throws IOException {
        String wanted = candidates.toString();
        Broadcast<LoadContext> shared = context;
        List<String> found = tasks.onEach("Comparing new rows", files, file -> file.task()
                .occurrences(shared.value(), file.result().keys(), wanted, parts));
        TreeMap<Integer, String> inRun = new TreeMap<>();
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).isEmpty()) {
                inRun.put(files.get(i).task().number(), found.get(i));
            }
        }
        List<String> inStore = tasks
                .onEach("Comparing stored rows", storedFiles(candidates), file -> file.occurrences(wanted, parts))
                .stream()
                .filter(stem -> !stem.isEmpty())
                .toList();
        ArrayList<String> stored = new ArrayList<>(inStore);
        String into = folder.resolve("drops").toString();
        List<SortedMap<Integer, String>> written = tasks.onEach(
                "Deciding on duplicates",
                IntStream.range(0, parts).boxed().toList(),
                part -> new Resolution(stored, inRun, part).write(into + "-" + Tasks.attempt()));
        SortedMap<Integer, List<String>> drops = new TreeMap<>();
        for (SortedMap<Integer, String> part : written) {
            part.forEach((number, file) ->
                    drops.computeIfAbsent(number, none -> new ArrayList<>()).add(file));
        }
        return drops;
    }

    private List<StoredFindings> storedFiles(Path candidates) throws IOException {
        List<StoredFindings> stored = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            Batch batch = batches.get(i);
            if (KeyFile.share(batch.folder().path().resolve(Batch.KEYS), candidates)) {
                for (Path file : batch.findingFiles()) {
                    stored.add(new StoredFindings(i, file.toString(), folder.toString()));
                }
            }
        }
        return stored;
    }
}
