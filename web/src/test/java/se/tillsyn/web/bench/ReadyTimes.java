package se.tillsyn.web.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;

/** Starts the site and an empty Spring Boot application with the same libraries, in turn, and compares their times. */
final class ReadyTimes {

    private ReadyTimes() {}

    static void compare(BenchOptions options, Path home, Path folder) throws IOException, InterruptedException {
        List<String> empty = empty(options, folder);
        Path archive = folder.resolve("empty.jsa");
        seconds(port -> on(with(empty, "-XX:ArchiveClassesAtExit=" + archive), port), folder, "/", 404);
        List<String> archived = with(empty, "-XX:SharedArchiveFile=" + archive);
        double[] own = new double[options.starts()];
        double[] others = new double[options.starts()];
        double[] quick = new double[options.starts()];
        for (int i = 0; i < options.starts(); i++) {
            own[i] = seconds(port -> options.serve(home, port), folder, "/sv/", 200);
            others[i] = seconds(port -> on(empty, port), folder, "/", 404);
            quick[i] = seconds(port -> on(archived, port), folder, "/", 404);
        }
        double site = median(own);
        double other = median(others);
        double archivedOther = median(quick);
        WebBenchmark.say(
                "%nReady, median of %d starts: site %.2f s %s, empty application %.2f s %s",
                options.starts(), site, written(own), other, written(others));
        WebBenchmark.say("Ratio %.2f (to reach: 1.50)", site / other);
        WebBenchmark.say(
                "Beside an empty application that has an archive of its classes as the site has: %.2f s %s, ratio %.2f",
                archivedOther, written(quick), site / archivedOther);
    }

    private static List<String> with(List<String> command, String option) {
        List<String> more = new ArrayList<>(command);
        more.add(1, option);
        return more;
    }

    private static double seconds(ServedSite.Command command, Path folder, String path, int status)
            throws IOException, InterruptedException {
        try (ServedSite site = ServedSite.start(command, folder.resolve("start.log"), path, status)) {
            return site.readySeconds();
        }
    }

    /** The dashboard's libraries, unpacked as the launcher has them, and one class. */
    private static List<String> empty(BenchOptions options, Path folder) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path unpacked = folder.resolve("libraries");
        Process extract = new ProcessBuilder(
                        java,
                        "-Djarmode=tools",
                        "-jar",
                        options.app().toString(),
                        "extract",
                        "--destination",
                        unpacked.toString())
                .inheritIO()
                .start();
        if (!extract.waitFor(2, TimeUnit.MINUTES) || extract.exitValue() != 0) {
            throw new IOException("the dashboard's jar cannot be unpacked");
        }
        String name = EmptySite.class.getName().replace('.', '/') + ".class";
        Path jar = folder.resolve("empty.jar");
        try (InputStream in = EmptySite.class.getClassLoader().getResourceAsStream(name);
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            if (in == null) {
                throw new IOException("the class of the empty application is missing");
            }
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
            out.closeEntry();
        }
        return List.of(
                java,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                jar + ":" + unpacked.resolve("lib") + "/*",
                EmptySite.class.getName());
    }

    private static List<String> on(List<String> command, int port) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("--server.address=127.0.0.1", "--server.port=" + port, "--spring.main.banner-mode=off"));
        return all;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static String written(double[] times) {
        return Arrays.stream(times)
                .mapToObj(time -> String.format(Locale.ROOT, "%.2f", time))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
