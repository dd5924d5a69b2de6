package se.tillsyn.ingest.options;

import picocli.CommandLine.Option;

/** {@code --profile}: mix into a command with {@code @Mixin}. */
public final class ProfileOption {

    @Option(
            names = "--profile",
            paramLabel = "NAME|DIR",
            defaultValue = "sweden",
            description = "built-in profile or folder of one (default: ${DEFAULT-VALUE})")
    private String profile = "sweden";

    /** Name or folder, for {@link se.tillsyn.ingest.profile.Profile#load}. */
    public String profile() {
        return profile;
    }
}
