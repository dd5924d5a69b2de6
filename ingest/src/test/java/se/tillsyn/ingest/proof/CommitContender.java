package se.tillsyn.ingest.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import se.tillsyn.ingest.commit.BusyException;
import se.tillsyn.ingest.commit.CommitArea;
import se.tillsyn.ingest.commit.ContentHash;

/** A process that commits small folders to an area as fast as it can, next to others that do the same. */
final class CommitContender {

    private CommitContender() {}

    /** Arguments: area, number of commits, name of this contender. */
    public static void main(String[] arguments) throws IOException {
        CommitArea area = new CommitArea(Path.of(arguments[0]));
        int wanted = Integer.parseInt(arguments[1]);
        int busy = 0;
        for (int i = 0; i < wanted; ) {
            String content = arguments[2] + " " + i;
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            try (CommitArea.Writing writing = area.begin()) {
                Files.write(writing.staging().resolve("data"), bytes);
                writing.commit(ContentHash.of(bytes).substring(0, ContentHash.SHORT_LENGTH), bytes);
                i++;
            } catch (BusyException e) {
                busy++;
            }
        }
        System.out.println(busy);
    }
}
