package se.tillsyn.analytics;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import se.tillsyn.ingest.profile.ProfileException;
import se.tillsyn.ingest.spark.CannotStartException;

/** Command line of the jobs that make and check releases. */
@Command(
        name = "tillsyn",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        subcommands = {
            ReleaseCommand.class,
            VerifyCommand.class,
            AuditCommand.class,
            DiffCommand.class,
            ApproveCommand.class,
            PublishCommand.class,
            RollbackCommand.class,
            RetireCommand.class
        })
public final class Main {

    /** Exit code of a run that failed and changed nothing. */
    static final int FAILURE = 1;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    /** The command line, for main and tests alike. */
    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof AuditBreachException) {
                command.getErr().println(failure.getMessage());
                return AuditCommand.BREACH;
            }
            if (failure instanceof IOException
                    || failure instanceof ProfileException
                    || failure instanceof CannotStartException
                    || failure instanceof CannotReleaseException) {
                command.getErr().println(failure.getMessage());
            } else {
                command.getErr().println(UnexpectedFailure.text(failure));
            }
            return FAILURE;
        });
    }
}
