package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every notebook from start to end, on two releases made by the launcher. Not run where Python lacks what they need. */
@Tag("spark")
final class NotebooksIT {

    @TempDir
    private Path folder;

    private Launcher launcher;

    @BeforeEach
    void start() {
        launcher = new Launcher(folder);
    }

    @AfterEach
    void stop() throws InterruptedException {
        launcher.stop();
    }

    @Test
    void runFromStartToEndOnFolderAndSite() throws Exception {
        String python = python();
        tillsyn("sample", "--out", "sample", "--findings", "30000");
        tillsyn("ingest", "--home", "data", "sample");
        tillsyn("release", "--home", "data");
        Path before = served();
        Path corrections = folder.resolve("synthetic-corrections.csv");
        Ended corrected = python(
                "correct",
                List.of(
                        python,
                        NotebookFiles.FOLDER.resolve("correct").toString(),
                        folder.resolve("sample/synthetic-findings-2024.csv").toString(),
                        corrections.toString()),
                Map.of());
        assertThat(corrected.exitCode()).as(corrected.output()).isZero();
        tillsyn("ingest", "--home", "data", corrections.toString());
        tillsyn("release", "--home", "data");
        Path after = served();
        assertThat(after).isNotEqualTo(before);

        Path out = folder.resolve("rendered");
        Ended all = render(python, after.toString(), before.toString(), out);
        assertThat(all.exitCode()).as(all.output()).isZero();
        for (String name : NotebookFiles.NAMES) {
            Document page = NotebookFiles.article(out.resolve(name + ".html"));
            NotebooksTest.RenderedArticle.check(page);
            assertThat(page.select("figure img")).as(name).isNotEmpty();
            assertThat(page.text()).contains(after.getFileName().toString());
        }
        assertThat(NotebookFiles.article(out.resolve("03-geographic-inequality.html"))
                        .text())
                .contains("rows of measures reproduced");
        assertThat(NotebookFiles.article(out.resolve("05-two-releases.html")).text())
                .containsPattern("[1-9][0-9]* numbers differ");

        String site = launcher.serve(List.of("serve", "--home", "data"));
        String address = site + "/releases/" + after.getFileName();
        Ended bySite = render(python, address, "", folder.resolve("by-site"), "02-comparing-regions");
        assertThat(bySite.exitCode()).as(bySite.output()).isZero();

        Path damaged = folder.resolve("damaged").resolve(after.getFileName());
        copy(after, damaged);
        Path table = damaged.resolve("tables/rates_county.csv");
        Files.writeString(table, Files.readString(table).replaceFirst(",2013,", ",2014,"));
        Ended refused = render(python, damaged.toString(), "", folder.resolve("refused"), "02-comparing-regions");
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.output()).contains("AssertionError: tables/rates_county.csv");
    }

    private void tillsyn(String... arguments) throws IOException, InterruptedException {
        Launcher.Ended ended = launcher.run(List.of(arguments));
        assertThat(ended.exitCode()).as(ended.output()).isZero();
    }

    private Path served() throws IOException {
        Path releases = folder.resolve("data/releases");
        return releases.resolve(Files.readString(releases.resolve("CURRENT")).strip());
    }

    private record Ended(int exitCode, String output) {}

    private Ended render(String python, String release, String before, Path out, String... names)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(python, NotebookFiles.FOLDER.resolve("render").toString(), "--out", out.toString()));
        command.addAll(List.of(names));
        return python(
                out.getFileName().toString(),
                command,
                Map.of(
                        "TILLSYN_RELEASE",
                        release,
                        "TILLSYN_RELEASE_BEFORE",
                        before,
                        "MPLCONFIGDIR",
                        folder.resolve("matplotlib").toString()));
    }

    private Ended python(String name, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path log = folder.resolve(name + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(8, TimeUnit.MINUTES))
                    .as("ended within 8 minutes")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
    }

    /** A Python with all packages; the test is not run where there is none. */
    private static String python() throws IOException, InterruptedException {
        for (String candidate : List.of(System.getenv().getOrDefault("PYTHON", "python3"), "/usr/bin/python3")) {
            if (hasPackages(candidate)) {
                return candidate;
            }
        }
        Assumptions.abort("not run: expected a python3 with pandas, matplotlib, nbconvert, nbclient and ipykernel");
        return "";
    }

    private static boolean hasPackages(String python) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(
                            python, "-c", "import pandas, matplotlib, nbconvert, nbclient, ipykernel, bs4")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(Files.isDirectory(file) ? target : target.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, target);
                }
            }
        }
    }
}
