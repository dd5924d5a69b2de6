package se.tillsyn.ingest.options;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --master}: mix into a command with {@code @Mixin}. */
public final class MasterOption {

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Spark master (default: what spark-submit says, else local[*])")
    private @Nullable String master;

    /** Address, or {@code null} for the default. */
    public @Nullable String master() {
        return master;
    }
}
