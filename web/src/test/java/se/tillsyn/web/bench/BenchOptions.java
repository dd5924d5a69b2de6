package se.tillsyn.web.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * What the benchmark is told.
 *
 * @param home whose release is served
 * @param launcher the launcher of this checkout
 * @param app the dashboard's jar
 * @param seconds length of a run at one rate
 * @param switchSeconds length of the run with new releases
 * @param starts how often each of the two sites is started
 */
record BenchOptions(Path home, Path launcher, Path app, int seconds, int switchSeconds, int starts) {

    static final String HELP = """
            Usage: ./tillsyn bench web [--home DIR] [--seconds N] [--switch-seconds N] [--starts N]

              --home DIR           whose release is served (default ./tillsyn-data); nothing in it is changed
              --seconds N          length of a run at one rate (default 30)
              --switch-seconds N   length of the run in which a release is switched every 30 s (default 65)
              --starts N           starts of the site and of an empty one, for their times; 0 for none (default 5)""";

    /** @throws IllegalArgumentException for an option that there is not, or without its number */
    static BenchOptions of(String[] arguments) {
        Path root = Path.of(System.getProperty("tillsyn.root", ".")).toAbsolutePath();
        Path home = Path.of("tillsyn-data");
        int seconds = 30;
        int switchSeconds = 65;
        int starts = 5;
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("expected a value behind each option, found none behind the last");
            }
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--home" -> home = Path.of(value);
                case "--seconds" -> seconds = whole("--seconds", value, 2);
                case "--switch-seconds" -> switchSeconds = whole("--switch-seconds", value, 1);
                case "--starts" -> starts = whole("--starts", value, 0);
                default ->
                    throw new IllegalArgumentException(
                            "expected --home, --seconds, --switch-seconds or --starts, found another option");
            }
        }
        return new BenchOptions(
                home.toAbsolutePath(),
                root.resolve("tillsyn"),
                root.resolve("web/target/tillsyn-web-1.0.0-app.jar"),
                seconds,
                switchSeconds,
                starts);
    }

    private static int whole(String option, String value, int least) {
        if (!value.matches("\\d{1,6}") || Integer.parseInt(value) < least) {
            throw new IllegalArgumentException(option + ": expected a whole number of " + least + " or more");
        }
        return Integer.parseInt(value);
    }

    /** How the site is started. */
    List<String> serve(Path served, int port) {
        return List.of(launcher.toString(), "serve", "--home", served.toString(), "--port", Integer.toString(port));
    }
}
