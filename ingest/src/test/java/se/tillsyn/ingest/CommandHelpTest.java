package se.tillsyn.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** {@code ./tillsyn COMMAND --help}, which the launcher names. */
class CommandHelpTest {

    static Set<String> commands() {
        return Main.commandLine().getSubcommands().keySet();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandTellsItsOptionsAndNothingElse(String name) {
        StringWriter told = new StringWriter();
        StringWriter complaints = new StringWriter();
        CommandLine line = Main.commandLine().setOut(new PrintWriter(told)).setErr(new PrintWriter(complaints));

        assertEquals(0, line.execute(name, "--help"));

        assertEquals("", complaints.toString());
        assertTrue(told.toString().startsWith("Usage: tillsyn " + name), told::toString);
        assertTrue(told.toString().contains("--help"), told::toString);
    }
}
