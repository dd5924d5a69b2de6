package se.tillsyn.ingest.commit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKindTest {

    @TempDir
    Path folder = Path.of(".");

    @Test
    void followsLinksOnlyWhenAsked() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path toFile = Files.createSymbolicLink(folder.resolve("to-file"), file);
        Path toNothing = Files.createSymbolicLink(folder.resolve("to-nothing"), folder.resolve("gone"));
        assertEquals(FileKind.FILE, FileKind.of(toFile));
        assertEquals(FileKind.LINK, FileKind.ofEntry(toFile));
        assertEquals(FileKind.NOTHING, FileKind.of(toNothing));
        assertEquals(FileKind.LINK, FileKind.ofEntry(toNothing));
        assertEquals(FileKind.FOLDER, FileKind.of(folder));
    }

    @Test
    void thereIsNothingBelowAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertEquals(FileKind.NOTHING, FileKind.of(file.resolve("child")));
        assertEquals(FileKind.NOTHING, FileKind.of(file.resolve("child").resolve("grandchild")));
        assertEquals(FileKind.NOTHING, FileKind.of(folder.resolve("gone").resolve("child")));
    }

    @Test
    void anAnswerThatTheDiskRefusesIsAnError() throws IOException {
        // A name longer than file systems take: refused, and neither "yes" nor "no".
        Path refused = folder.resolve("x".repeat(400));
        assertThrows(IOException.class, () -> FileKind.of(refused));
        // A link that leads to itself.
        Path loop = folder.resolve("loop");
        Files.createSymbolicLink(loop, loop);
        assertThrows(IOException.class, () -> FileKind.of(loop));
        assertEquals(FileKind.LINK, FileKind.ofEntry(loop));
    }
}
