package se.tillsyn.web.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps the bytes of recent answers; those asked for longest ago give way. Safe for many threads. */
public final class AnswerCache {

    private final long most;
    private final Map<String, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** @param most bytes to keep in all; an answer of more than an eighth of it is not kept */
    public AnswerCache(long most) {
        this.most = most;
    }

    public synchronized Optional<byte[]> find(String asked) {
        return Optional.ofNullable(kept.get(asked));
    }

    public synchronized void keep(String asked, byte[] answer) {
        if (answer.length > most / 8 || kept.containsKey(asked)) {
            return;
        }
        kept.put(asked, answer);
        bytes += answer.length;
        var eldest = kept.entrySet().iterator();
        while (bytes > most) {
            bytes -= eldest.next().getValue().length;
            eldest.remove();
        }
    }
}
