package se.tillsyn.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureInWordsTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        new NoSuchFileException("home/x"),
                        "Expected a file or folder at home/x, found none. Check the path; what has vanished must be put"
                                + " back, then start again."),
                Arguments.of(
                        new AccessDeniedException("home/x"),
                        "Expected the right to read and write at home/x, found no such right. Give it to the user that"
                                + " runs this, or name another folder, then start again."),
                Arguments.of(
                        new FileAlreadyExistsException("home"),
                        "Expected to make a folder or file at home, found something else in its place. Move that, or"
                                + " name another, then start again."),
                Arguments.of(
                        new FileSystemException("home/x", null, "No space left on device"),
                        "Expected free space on the disk at home/x, found a full one. Free some space, or use another"
                                + " disk, then start again."),
                Arguments.of(
                        new IOException("No space left on device"),
                        "Expected free space on the disk, found a full one. Free some space, or use another disk, then"
                                + " start again."),
                Arguments.of(
                        new FileSystemException("home/x", null, "Read-only file system"),
                        "Expected a disk that can be written at home/x, found one that is mounted read-only. Mount it"
                                + " for writing, or name another folder, then start again."),
                Arguments.of(
                        new FileNotFoundException("home/x (Too many open files)"),
                        "Expected to open a file, found the limit of open files reached. Raise it (ulimit -n 4096), or"
                                + " end other programs, then start again."),
                Arguments.of(
                        new IOException("Input/output error"),
                        "Expected a disk that works, found an error of the device. Check the disk, and restore from a"
                                + " backup what it has lost, then start again."),
                Arguments.of(
                        new IOException(
                                "can not write a footer that quotes",
                                new IllegalStateException(new IOException("Input/output error"))),
                        "Expected a disk that works, found an error of the device. Check the disk, and restore from a"
                                + " backup what it has lost, then start again."),
                Arguments.of(
                        new FileSystemException("home/a\nb", "home/c", "Invalid cross-device link"),
                        "Expected to read and write at home/a?b, found the refusal: Invalid cross-device link. Check"
                                + " rights, space and disk, then start again."),
                Arguments.of(new IOException("Says all\nitself."), "Says all?itself."));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void fault24_25_saysWhatWasExpectedAndFoundWhereAndWhatToDo(IOException failure, String expected) {
        assertEquals(expected, FailureInWords.of(failure));
    }
}
