package se.tillsyn.ingest.commit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitAreaTest {

    private static final byte[] MANIFEST = "{}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder = Path.of(".");

    @Test
    void committedFoldersAreNumberedAndWhole() throws IOException {
        CommitArea area = new CommitArea(folder.resolve("area"));
        for (int i = 1; i <= 2; i++) {
            try (CommitArea.Writing writing = area.begin()) {
                Files.writeString(writing.staging().resolve("data"), "d" + i);
                assertEquals(
                        "00000" + i + "-0123456789ab",
                        writing.commit("0123456789ab", MANIFEST).id());
            }
        }
        assertEquals(2, area.committed().size());
        assertEquals("d2", Files.readString(area.committed().get(1).path().resolve("data")));
        assertTrue(Files.isRegularFile(area.committed().get(1).manifest()));
    }

    @Test
    void leavesNothingWhenItIsNotCommitted() throws IOException {
        CommitArea area = new CommitArea(folder);
        try (CommitArea.Writing writing = area.begin()) {
            Files.writeString(writing.staging().resolve("data"), "half");
        }
        assertEquals(0, area.committed().size());
        assertFalse(Files.exists(folder.resolve(".staging")));
    }

    @Test
    void removesWhatAKilledWriterLeft() throws IOException {
        Files.createDirectories(folder.resolve(".staging").resolve("pass-1"));
        Files.writeString(folder.resolve(".staging").resolve("pass-1").resolve("data"), "half");
        Files.writeString(folder.resolve(".lock"), "");
        try (CommitArea.Writing writing = new CommitArea(folder).begin()) {
            try (var left = Files.list(writing.staging())) {
                assertEquals(0, left.count());
            }
        }
    }

    @Test
    void saysBusyToASecondWriterAndLetsTheFirstGoOn() throws IOException {
        CommitArea area = new CommitArea(folder);
        try (CommitArea.Writing writing = area.begin()) {
            Files.writeString(writing.staging().resolve("data"), "mine");
            BusyException e = assertThrows(BusyException.class, area::begin);
            assertTrue(String.valueOf(e.getMessage()).contains("expected to be the only writer, found its lock held"));
            writing.commit("0123456789ab", MANIFEST);
        }
        assertEquals(1, area.committed().size());
    }

    @Test
    void takesAFolderOverFromAnotherAreaByItsName() throws IOException {
        CommitArea open = new CommitArea(folder.resolve("open"));
        CommitArea hidden = new CommitArea(folder.resolve("hidden"));
        try (CommitArea.Writing writing = open.begin()) {
            writing.commit("0123456789ab", MANIFEST);
        }
        CommittedFolder made;
        try (CommitArea.Writing writing = hidden.begin(2)) {
            Files.writeString(writing.staging().resolve("data"), "two");
            made = writing.commit("ba9876543210", MANIFEST);
        }
        assertEquals("000002-ba9876543210", made.id());
        try (CommitArea.Writing writing = open.begin()) {
            CommittedFolder taken = writing.take(made);
            assertEquals(made.id(), taken.id());
            assertEquals("two", Files.readString(taken.path().resolve("data")));
        }
        assertEquals(2, open.committed().size());
        assertEquals(0, hidden.committed().size());
        assertFalse(Files.exists(folder.resolve("open/.staging")));
        try (CommitArea.Writing writing = open.begin()) {
            assertThrows(IllegalArgumentException.class, () -> writing.take(made), "it is not the third");
        }
    }

    @Test
    void removesACommittedFolderAndWhatAKilledRemovalLeft() throws IOException {
        CommitArea area = new CommitArea(folder);
        CommittedFolder first;
        try (CommitArea.Writing writing = area.begin()) {
            Files.createDirectory(writing.staging().resolve("inner"));
            first = writing.commit("0123456789ab", MANIFEST);
        }
        try (CommitArea.Writing writing = area.begin()) {
            writing.remove(first);
        }
        assertEquals(0, area.committed().size());
        Files.createDirectories(folder.resolve(".removed/inner"));
        area.begin().close();
        assertFalse(Files.exists(folder.resolve(".removed")));
    }

    @Test
    void appendsAfterWhatIsWholeAndDropsWhatWasCutOff() throws IOException {
        Path file = folder.resolve("log");
        DurableFiles.append(file, 0, "one\n".getBytes(StandardCharsets.UTF_8));
        Files.writeString(file, "one\ntw");
        DurableFiles.append(file, 4, "two\n".getBytes(StandardCharsets.UTF_8));
        assertEquals("one\ntwo\n", Files.readString(file));
        assertThrows(IOException.class, () -> DurableFiles.append(file, 99, new byte[1]));
    }

    @Test
    void replacesASmallFileAsOneStep() throws IOException {
        Path file = folder.resolve("CURRENT");
        DurableFiles.replace(file, "one".getBytes(StandardCharsets.UTF_8));
        DurableFiles.replace(file, "two".getBytes(StandardCharsets.UTF_8));
        assertEquals("two", Files.readString(file));
        assertFalse(Files.exists(folder.resolve("CURRENT.tmp")));
    }

    @Test
    void hashesWhatPasses() throws IOException {
        byte[] bytes = "abc".getBytes(StandardCharsets.UTF_8);
        try (HashingInputStream in = new HashingInputStream(new ByteArrayInputStream(bytes))) {
            assertEquals('a', in.read());
            assertEquals(2, in.readAllBytes().length);
            // FIPS 180-2, appendix B.1.
            assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", in.sha256());
            assertEquals(3, in.count());
        }
    }
}
