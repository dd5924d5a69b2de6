package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Calls that cost most, made again and again by one client. */
@TestPropertySource(properties = {"tillsyn.api.max-calls=5", "tillsyn.api.window=1h"})
final class CallLimitTest extends RunningSite {

    @Test
    void fault44_countsACallerByItsAddressWhateverItSaysOfItself() {
        for (int i = 0; i < 5; i++) {
            assertThat(call(i)).isEqualTo(200);
        }
        for (int i = 5; i < 20; i++) {
            assertThat(call(i)).isEqualTo(429);
        }
        assertThat(get("/sv/").statusCode()).isEqualTo(200);
    }

    private int call(int number) {
        return send(HttpRequest.newBuilder(URI.create(address("/api/v1/releases")))
                        .header("X-Forwarded-For", "192.0.2." + number)
                        .header("Forwarded", "for=192.0.2." + number)
                        .header("X-Real-IP", "192.0.2." + number)
                        .build())
                .statusCode();
    }
}
