package se.tillsyn.ingest.sample;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a sample's folder: the findings by year, and in a folder of its own, so that loading the folder meets findings
 * only, the label and the ground truth. */
final class SampleWriter {

    static final String README_FILE = "truth/README.txt";
    static final String TRUTH_FILE = "truth/truth.json";

    private final SampleModel model;
    private final String profile;
    private final Path folder;

    SampleWriter(SampleModel model, String profile, Path folder) {
        this.model = model;
        this.profile = profile;
        this.folder = folder;
    }

    /** Told of each year when its files are whole, in order. */
    interface Progress {
        void written(int year, SampleResult result);
    }

    /**
     * Writes everything; the number of threads changes no byte.
     *
     * @throws SampleException when the folder holds anything or is a file
     */
    SampleResult write(int threads, Progress progress) throws IOException {
        claimFolder();
        Files.createDirectory(folder.resolve("truth"));
        write(README_FILE, SampleReadme.text(model).getBytes(StandardCharsets.UTF_8));
        SampleResult result = writeYears(threads, progress);
        write(TRUTH_FILE, json(TruthTable.of(model, profile, result.findings())));
        return result;
    }

    private void claimFolder() throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                long count = entries.count();
                if (count > 0) {
                    throw new SampleException("Sample, option --out: expected a new or empty folder, found " + count
                            + (count == 1 ? " entry" : " entries") + " in " + folder
                            + "; choose another folder or empty it");
                }
            }
        } else if (Files.exists(folder)) {
            throw new SampleException("Sample, option --out: expected a new or empty folder, found a file at " + folder
                    + "; choose another folder");
        }
        Files.createDirectories(folder);
    }

    private SampleResult writeYears(int threads, Progress progress) throws IOException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<SampleResult>> years = new ArrayList<>();
            for (int i = 0; i < InspectionDays.YEARS; i++) {
                SampleYear year = new SampleYear(model, InspectionDays.FIRST_YEAR + i);
                years.add(executor.submit(() -> year.write(folder)));
            }
            SampleResult sum = SampleResult.NOTHING;
            for (int i = 0; i < InspectionDays.YEARS; i++) {
                SampleResult result = years.get(i).get();
                progress.written(InspectionDays.FIRST_YEAR + i, result);
                sum = sum.plus(result);
            }
            return sum;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Sample: interrupted; the folder " + folder + " is not whole");
        } catch (ExecutionException e) {
            throw new IOException(
                    "Sample: writing to " + folder + " failed, the folder is not whole; empty it and try again",
                    e.getCause() instanceof UncheckedIOException unchecked ? unchecked.getCause() : e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    private void write(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content, StandardOpenOption.CREATE_NEW);
    }

    private static byte[] json(Truth truth) {
        JsonMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        String json = mapper.writeValueAsString(truth).replace("\r\n", "\n");
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
