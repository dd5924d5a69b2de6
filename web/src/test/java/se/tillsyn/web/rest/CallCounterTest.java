package se.tillsyn.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Calls are counted by caller and window; who has called too often is told how long to wait. */
final class CallCounterTest {

    @Test
    void callsAreCountedByCallerAndWindow() {
        SetClock clock = new SetClock();
        CallCounter calls = new CallCounter(clock, 2, 10_000);
        clock.now = Instant.ofEpochMilli(20_000);
        assertThat(calls.count("a")).isZero();
        assertThat(calls.count("a")).isZero();
        clock.now = Instant.ofEpochMilli(26_500);
        assertThat(calls.count("a")).isEqualTo(4);
        assertThat(calls.count("b")).isZero();
        clock.now = Instant.ofEpochMilli(30_000);
        assertThat(calls.count("a")).isZero();
    }

    private static final class SetClock extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
