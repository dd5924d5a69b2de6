package se.tillsyn.analytics.register;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.commit.DurableFiles;
import tools.jackson.core.JacksonException;

/**
 * {@code <home>/release-log.jsonl}: one JSON line per event, each with the hash of the one before, so that no line can be
 * edited, removed or put in without breaking the chain. {@code release-log.head} beside it holds the number of lines and the
 * last one's hash, so that lines cannot be cut off the end either. Who rewrites both files wholly leaves a sound chain; against
 * that helps only the last hash, kept elsewhere: {@code verify} prints it.
 */
public final class EventLog {

    public static final String FILE = "release-log.jsonl";
    public static final String HEAD = "release-log.head";

    private final Path file;
    private final Path head;

    public EventLog(Path home) {
        file = home.resolve(FILE);
        head = home.resolve(HEAD);
    }

    /**
     * The log as it was found.
     *
     * @param events lines that can be read, in order
     * @param faults what is wrong with it, each in a sentence; none when it is as it was written
     * @param length bytes of its whole lines; what comes after is an append that was cut off
     * @param lastHash hash of the last whole line
     */
    public record Contents(List<Event> events, List<String> faults, long length, String lastHash) {

        public Contents {
            events = List.copyOf(events);
            faults = List.copyOf(faults);
        }

        @Nullable
        Event last() {
            return events.isEmpty() ? null : events.get(events.size() - 1);
        }

        /** The newest event of these kinds of a release, or of any when it is {@code null}. */
        @Nullable
        Event newest(@Nullable String release, EventKind... kinds) {
            for (int i = events.size() - 1; i >= 0; i--) {
                Event event = events.get(i);
                if ((release == null || event.release().equals(release))
                        && List.of(kinds).contains(event.event())) {
                    return event;
                }
            }
            return null;
        }
    }

    /** Reads and checks the whole log; there need not be one. */
    public Contents read() throws IOException {
        String text = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        int end = text.lastIndexOf('\n') + 1;
        List<String> lines =
                end == 0 ? List.of() : List.of(text.substring(0, end - 1).split("\n", -1));
        List<String> faults = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        String previous = Event.NO_LINE;
        Instant latest = Instant.MIN;
        for (int i = 0; i < lines.size(); i++) {
            String where = "Line " + (i + 1) + ": ";
            try {
                Event event = Event.parse(lines.get(i));
                if (!event.previous().equals(previous)) {
                    faults.add(where + "expected the hash of the line before, found another:"
                            + " a line before it was edited, removed or put in");
                }
                if (event.number() != i + 1) {
                    faults.add(where + "expected the number " + (i + 1) + ", found " + event.number());
                }
                if (event.instant().isBefore(latest)) {
                    faults.add(where + "expected a time not before " + latest + ", found " + event.time()
                            + ": the clock was set back");
                }
                latest = event.instant();
                events.add(event);
            } catch (JacksonException | DateTimeException e) {
                faults.add(where + "expected an event, found something else of "
                        + lines.get(i).length() + " characters");
            }
            previous = Event.hashOf(lines.get(i));
        }
        checkHead(lines, text.length() > end, faults);
        long length = text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
        return new Contents(events, faults, length, previous);
    }

    /** The head is written after the line: it may be one behind when a run was killed between. */
    private void checkHead(List<String> lines, boolean cutOff, List<String> faults) throws IOException {
        if (!Files.exists(head)) {
            if (lines.size() > 1) {
                faults.add("File " + HEAD + ": expected one beside a log of several lines, found none");
            }
            return;
        }
        String[] told = Files.readString(head, StandardCharsets.UTF_8).strip().split(" ");
        int count = told.length == 2 && told[0].matches("\\d{1,9}") ? Integer.parseInt(told[0]) : -1;
        if (count < 1) {
            faults.add("File " + HEAD + ": expected a number of lines and a hash, found something else");
        } else if (lines.size() < count) {
            faults.add("Log: expected " + count + " lines, found " + lines.size() + (cutOff ? " and a part of one" : "")
                    + ": lines were cut off its end");
        } else if (!Event.hashOf(lines.get(count - 1)).equals(told[1])) {
            faults.add("Line " + count + ": expected the hash in " + HEAD + ", found another: the line was edited");
        } else if (lines.size() > count + 1) {
            faults.add("Log: expected " + count + " lines, found " + lines.size() + ": lines were put at its end");
        }
    }

    /** Adds a line after what was read, on disk when this returns. The caller holds the lock of the releases. */
    Contents append(Contents after, Instant time, EventKind kind, String release, String sha256, String by, String note)
            throws IOException {
        Event last = after.last();
        // A faulty log goes on from its last whole line; its faults stay visible.
        int number = Math.max(last == null ? 0 : last.number(), after.events().size()) + 1;
        Event event = new Event(number, time.toString(), kind, release, sha256, by, note, after.lastHash());
        byte[] line = event.toLine();
        byte[] bytes = new byte[line.length + 1];
        System.arraycopy(line, 0, bytes, 0, line.length);
        bytes[line.length] = '\n';
        DurableFiles.append(file, after.length(), bytes);
        String hash = Event.hashOf(new String(line, StandardCharsets.UTF_8));
        if (after.faults().isEmpty()) {
            // A head that tells of a fault must go on telling of it.
            String text = String.format(Locale.ROOT, "%d %s%n", number, hash).replace("\r", "");
            DurableFiles.replace(head, text.getBytes(StandardCharsets.UTF_8));
        }
        List<Event> events = new ArrayList<>(after.events());
        events.add(event);
        return new Contents(events, after.faults(), after.length() + bytes.length, hash);
    }
}
