package se.tillsyn.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import se.tillsyn.web.language.Dictionary;

final class CrowdLimitTest {

    private final AtomicInteger waiting = new AtomicInteger();
    private final CrowdLimit limit = new CrowdLimit(waiting::get, words());

    @Test
    void fault43_tellsACrowdToComeBackAndServesAgainOnceItIsGone() throws ServletException, IOException {
        waiting.set(CrowdLimit.MOST_WAITING + 1);
        MockHttpServletResponse refused = answer();
        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("5");
        assertThat(refused.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(refused.getContentAsString())
                .isEqualTo("The site has more visits than it can serve. Try again in a few seconds.\n");
        waiting.set(CrowdLimit.MOST_WAITING);
        assertThat(answer().getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse answer() throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(new MockHttpServletRequest("GET", "/en/"), response, new MockFilterChain());
        return response;
    }

    private static Dictionary words() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages", "regional");
        messages.setDefaultEncoding("UTF-8");
        return new Dictionary(messages);
    }
}
