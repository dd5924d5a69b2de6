package se.tillsyn.ingest.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.opentest4j.AssertionFailedError;
import se.tillsyn.ingest.commit.ContentHash;

/**
 * Results of one part of the proof, one line per case, in {@code target/proof/<part>.tsv}: case, outcome, what it was
 * about. A part that was broken off goes on where it stopped; a change of the program's classes begins it anew.
 */
final class ProofTable {

    private static final String FAILED = "FAILED";

    private final Path file;
    private final Set<String> done = new HashSet<>();
    private final List<String> failures = new ArrayList<>();

    ProofTable(String part) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "proof"));
        file = folder.resolve(part + ".tsv");
        String head = "# classes " + ContentHash.ofAll(ContentHash.ofFiles(Path.of("target", "classes")));
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file);
            if (!lines.isEmpty() && lines.get(0).equals(head)) {
                lines.stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("\t", -1))
                        .filter(cells -> !cells[1].equals(FAILED))
                        .forEach(cells -> done.add(cells[0]));
            } else {
                Files.delete(file);
            }
        }
        if (!Files.exists(file)) {
            Files.writeString(file, head + "\n");
        }
    }

    /** One case; gives its outcome in a word or two. */
    @FunctionalInterface
    interface Case {
        String run() throws Exception;
    }

    /** Runs a case unless an earlier run did; a failure is noted and the next case goes on. */
    void run(String name, String about, Case body) throws Exception {
        if (!done.add(name)) {
            return;
        }
        String outcome;
        try {
            outcome = body.run();
        } catch (AssertionError | IOException e) {
            String failure = name + " (" + about + "): " + e.getMessage();
            failures.add(failure);
            // Said at once, so that a proof that is broken off has told its reasons.
            System.err.println(failure);
            outcome = FAILED;
        }
        append(name + "\t" + outcome + "\t" + about);
    }

    /**
     * Appends the count of each outcome.
     *
     * @throws AssertionFailedError when a case failed
     */
    void finish() throws IOException {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("#")) {
                outcomes.merge(line.split("\t", -1)[1], 1, Integer::sum);
            }
        }
        append("# " + outcomes);
        if (!failures.isEmpty()) {
            throw new AssertionFailedError(failures.size() + " cases failed:\n" + String.join("\n", failures));
        }
    }

    private void append(String line) throws IOException {
        Files.writeString(file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }
}
