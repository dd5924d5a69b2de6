package se.tillsyn.ingest;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.tillsyn.ingest.options.HomeOption;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.BatchManifest;
import se.tillsyn.ingest.store.Store;

/** {@code batches}: what was loaded when. */
@Command(name = "batches", description = "Lists the batches of the store: when, from which files, how many rows.")
final class BatchesCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--verify", description = "also compares every file of every batch with its hash")
    private boolean verify;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("the command runs from a command line");
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            List<Batch> batches = new Store(home.home()).batches();
            for (Batch batch : batches) {
                if (verify) {
                    batch.verify();
                }
                print(out, batch.manifest());
            }
            if (batches.isEmpty()) {
                out.println("The store is empty.");
            } else if (verify) {
                out.println("Every file is as it was committed.");
            }
            out.flush();
            return 0;
        } catch (IOException e) {
            out.flush();
            spec.commandLine().getErr().println(FailureText.reading(e));
            spec.commandLine().getErr().flush();
            return 1;
        }
    }

    private static void print(PrintWriter out, BatchManifest manifest) {
        out.println(manifest.batch() + "  " + manifest.loadedAt() + "  profile "
                + manifest.profile().id() + (manifest.synthetic() ? "  synthetic" : ""));
        manifest.inputs()
                .forEach(input -> line(
                        out, input.name().replaceAll("\\p{Cntrl}", "?") + "  sha256 " + input.sha256(), input.rows()));
        line(out, "total", manifest.rows());
    }

    private static void line(PrintWriter out, String what, BatchManifest.RowCounts rows) {
        out.println("  " + what + "  read " + rows.read() + ", loaded " + rows.loaded() + ", quarantined "
                + rows.quarantined());
    }
}
