package se.tillsyn.ingest.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The system calls that a run makes on the files of its store, and faults at each of them; by {@code strace}. */
public final class SystemCalls {

    private static final Set<String> CHANGING = Set.of(
            "rename",
            "renameat",
            "renameat2",
            "fsync",
            "fdatasync",
            "unlink",
            "unlinkat",
            "rmdir",
            "ftruncate",
            "mkdir",
            "mkdirat",
            "write",
            "pwrite64");

    private static final String TRACE = "%file,%desc";
    private static final Pattern CALL = Pattern.compile("(\\d+) +([a-z0-9_]+)\\((.*)");

    private SystemCalls() {}

    /**
     * One call that a fault can strike.
     *
     * @param name of the system call
     * @param path that it is about
     * @param nth how many of its kind on this path one thread has made, itself included
     * @param changes whether it changes something
     */
    public record Point(String name, Path path, int nth, boolean changes) {

        /** Kills the process when it enters the call. A signal is not delivered under {@code --seccomp-bpf}. */
        public String[] killing(Path log) {
            return injecting(log, "strace -f", "signal=SIGKILL");
        }

        /** Makes the call fail. */
        public String[] failing(Path log, String error) {
            return injecting(log, "strace -f --seccomp-bpf", "error=" + error);
        }

        private String[] injecting(Path log, String strace, String fault) {
            List<String> command = new ArrayList<>(List.of(strace.split(" ")));
            command.addAll(List.of("-qq", "-e", "signal=none", "-o", log.toString(), "-P", path.toString()));
            command.addAll(List.of("-e", "trace=" + name, "-e", "inject=" + name + ":" + fault + ":when=" + nth));
            return command.toArray(String[]::new);
        }
    }

    /** Whether the fault struck. */
    public static boolean struck(Path log) throws IOException {
        String text = Files.readString(log, StandardCharsets.ISO_8859_1);
        return text.contains("(INJECTED)") || text.contains("killed by SIGKILL");
    }

    /** What starts a process so that {@link #pointsIn} can read its calls. */
    public static String[] recording(Path log) {
        return new String[] {
            "strace",
            "-f",
            "--seccomp-bpf",
            "-qq",
            "-y",
            "-s",
            "0",
            "-e",
            "signal=none",
            "-o",
            log.toString(),
            "-e",
            "trace=" + TRACE
        };
    }

    /**
     * A call that was made.
     *
     * @param thread that made it
     * @param name of the system call
     * @param path that it is about, the first if there are two
     * @param changes whether it changes something: also opening a file to write
     */
    public record Call(String thread, String name, Path path, boolean changes) {}

    /** Every call on something at or below {@code root}, in the order made. */
    static List<Call> callsIn(Path log, Path root) throws IOException {
        Pattern below = Pattern.compile(Pattern.quote(root.toString()) + "[^\"<>]*");
        List<Call> calls = new ArrayList<>();
        for (String line : Files.readAllLines(log, StandardCharsets.ISO_8859_1)) {
            Matcher call = CALL.matcher(line);
            if (call.matches()) {
                Matcher path = below.matcher(call.group(3));
                if (path.find()) {
                    boolean changes = CHANGING.contains(call.group(2))
                            || call.group(3).contains("O_WRONLY")
                            || call.group(3).contains("O_RDWR");
                    calls.add(new Call(call.group(1), call.group(2), Path.of(path.group()), changes));
                }
            }
        }
        return calls;
    }

    /** Place of the last such call, or -1. */
    static int last(List<Call> calls, String name, Path path) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            if (calls.get(i).name().equals(name) && calls.get(i).path().equals(path)) {
                return i;
            }
        }
        return -1;
    }

    /** Place of the last change of the bytes of a file whose name begins so, in whatever folder; or -1. */
    static int lastChange(List<Call> calls, String name) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            Call call = calls.get(i);
            if (Set.of("write", "pwrite64", "ftruncate").contains(call.name())
                    && call.path().getFileName().toString().startsWith(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Every point at which a call on something at or below {@code root} was made, in the order of names. */
    public static List<Point> pointsIn(Path log, Path root) throws IOException {
        Map<String, Integer> ofThread = new TreeMap<>();
        Map<String, Point> points = new TreeMap<>();
        for (Call call : callsIn(log, root)) {
            String kind = call.name() + "\t" + call.path();
            int nth = ofThread.merge(call.thread() + "\t" + kind, 1, Integer::sum);
            points.merge(
                    kind + "\t" + nth,
                    new Point(call.name(), call.path(), nth, call.changes()),
                    (one, other) -> one.changes() ? one : other);
        }
        return List.copyOf(points.values());
    }
}
