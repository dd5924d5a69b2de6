package se.tillsyn.ingest.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.tillsyn.ingest.commit.DurableFiles;
import se.tillsyn.ingest.commit.FileKind;

/** {@code report.json} and {@code report.html} in a folder, each replaced as one step. */
public final class ReportFiles {

    private static final String JSON = "report.json";
    private static final String PAGE = "report.html";

    private final Path folder;

    private ReportFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes sure that the report can be written there, so that no ingest is run whose account would be lost.
     *
     * @throws IOException when the folder cannot be made or written
     */
    public static ReportFiles in(Path folder) throws IOException {
        if (FileKind.of(folder) != FileKind.NOTHING && FileKind.of(folder) != FileKind.FOLDER) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        Files.createDirectories(folder);
        for (String name : List.of(JSON, PAGE)) {
            if (FileKind.of(folder.resolve(name)) == FileKind.FOLDER) {
                throw new FileAlreadyExistsException(folder.resolve(name).toString());
            }
        }
        Files.delete(Files.createTempFile(folder, "report", ".tmp"));
        return new ReportFiles(folder);
    }

    public void write(IngestReport report) throws IOException {
        DurableFiles.replace(folder.resolve(JSON), report.toJson());
        DurableFiles.replace(folder.resolve(PAGE), ReportPage.of(report).getBytes(StandardCharsets.UTF_8));
    }
}
