package se.tillsyn.ingest.options;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --home}: mix into a command with {@code @Mixin}. */
public final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "./tillsyn-data",
            description = "folder of the store and the releases (default: ${DEFAULT-VALUE})")
    private Path home = Path.of("tillsyn-data");

    public Path home() {
        return home;
    }
}
