package se.tillsyn.web.pxweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import se.tillsyn.web.rest.ApiProblem;

final class LargeAnswersTest {

    private final LargeAnswers answers = new LargeAnswers();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private int written;

    @Test
    void fault44_turnAwayOneMoreThanThereIsRoomForUntilAnotherHasEnded() throws Exception {
        CountDownLatch begun = new CountDownLatch(LargeAnswers.AT_ONCE);
        CountDownLatch read = new CountDownLatch(1);
        ExecutorService readers = Executors.newFixedThreadPool(LargeAnswers.AT_ONCE);
        try {
            List<Future<?>> slow = new ArrayList<>();
            for (int i = 0; i < LargeAnswers.AT_ONCE; i++) {
                slow.add(readers.submit(() -> {
                    answers.write(new MockHttpServletResponse(), () -> {
                        begun.countDown();
                        await(read);
                    });
                    return null;
                }));
            }
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

            assertThatThrownBy(() -> answers.write(response, () -> written++))
                    .isInstanceOfSatisfying(
                            ApiProblem.class,
                            problem -> assertThat(problem.status().value()).isEqualTo(429));
            assertThat(written).isZero();
            assertThat(response.getHeader("Retry-After")).isEqualTo("5");

            read.countDown();
            for (Future<?> answer : slow) {
                answer.get(20, TimeUnit.SECONDS);
            }
            answers.write(response, () -> written++);
            assertThat(written).isEqualTo(1);
        } finally {
            read.countDown();
            readers.shutdownNow();
        }
    }

    @Test
    void giveThePlaceBackWhenTheReaderIsGone() throws IOException {
        for (int i = 0; i < 3 * LargeAnswers.AT_ONCE; i++) {
            assertThatThrownBy(() -> answers.write(response, () -> {
                        throw new IOException("gone");
                    }))
                    .isInstanceOf(IOException.class);
        }
        answers.write(response, () -> written++);
        assertThat(written).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
