package se.tillsyn.web.rest;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Counts calls of each address in windows of a fixed length. Forgets everything when a window ends. */
final class CallCounter {

    private final Clock clock;
    private final int most;
    private final long windowMillis;
    private final Map<String, Integer> calls = new HashMap<>();
    private long window = -1;

    CallCounter(Clock clock, int most, long windowMillis) {
        this.clock = clock;
        this.most = most;
        this.windowMillis = windowMillis;
    }

    /** Counts a call; 0 when it may go on, else the whole seconds until the next window. */
    synchronized long count(String caller) {
        long now = clock.millis();
        if (now / windowMillis != window) {
            window = now / windowMillis;
            calls.clear();
        }
        int made = calls.merge(caller, 1, Integer::sum);
        return made <= most ? 0 : Math.max(1, ((window + 1) * windowMillis - now + 999) / 1000);
    }
}
