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
import se.tillsyn.ingest.report.BatchList;
import se.tillsyn.ingest.report.ReportText;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.Store;

/** {@code batches}: what was loaded when. */
@Command(
        name = "batches",
        description =
                "Lists the batches of the store: when, from which files, how many rows, by which profile and layout.")
final class BatchesCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--files", description = "lists the files of each batch with their SHA-256")
    private boolean files;

    @Option(names = "--verify", description = "also compares every file of every batch with its hash")
    private boolean verify;

    @Option(names = "--json", description = "writes JSON, files included")
    private boolean json;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("the command runs from a command line");
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            List<Batch> batches = new Store(home.home()).batches();
            if (verify) {
                for (Batch batch : batches) {
                    batch.verify();
                }
            }
            BatchList list = BatchList.of(batches);
            if (json) {
                out.println(list.toJson());
            } else if (batches.isEmpty()) {
                out.println("The store is empty: expected batches at "
                        + ReportText.printable(
                                new Store(home.home()).area().path().toString())
                        + ", found none. Load files with ingest, or name another --home.");
            } else {
                out.print(files ? list.tableWithFiles() : list.table());
                if (verify) {
                    out.println("Every file is as it was committed.");
                }
            }
            out.flush();
            return 0;
        } catch (IOException e) {
            spec.commandLine().getErr().println("The batches could not be listed. " + FailureInWords.of(e));
            spec.commandLine().getErr().flush();
            return 1;
        }
    }
}
