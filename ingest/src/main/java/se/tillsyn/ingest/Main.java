package se.tillsyn.ingest;

import java.util.Locale;
import java.util.TimeZone;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import se.tillsyn.ingest.sample.SampleCommand;
import se.tillsyn.ingest.spark.CannotStartException;
import se.tillsyn.ingest.spark.MachineNeeds;

/** The commands of this module. A further command joins the list of subcommands. */
@Command(
        name = "tillsyn",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        description = "Findings of inspections into the store.",
        subcommands = {SampleCommand.class, IngestCommand.class, BatchesCommand.class})
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        try {
            MachineNeeds.requireOpenFiles();
        } catch (CannotStartException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        System.exit(commandLine().execute(arguments));
    }

    /** The command line, for main and tests alike. */
    static CommandLine commandLine() {
        // An argument @name is a file of that name, not a file of arguments, whose content would reach the messages.
        return new CommandLine(new Main()).setExpandAtFiles(false);
    }
}
