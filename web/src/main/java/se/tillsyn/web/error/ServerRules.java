package se.tillsyn.web.error;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import se.tillsyn.web.language.Dictionary;
import se.tillsyn.web.rest.Problems;

/**
 * What the server itself does with requests: encoded slashes are left as they are for the rules of pages and interfaces to
 * judge, and what it refuses is answered by {@link UnreadRequests}.
 */
@Component
final class ServerRules implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Problems problems;
    private final Dictionary dictionary;

    ServerRules(Problems problems, Dictionary dictionary) {
        this.problems = problems;
        this.dictionary = dictionary;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
            connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        });
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new UnreadRequests(problems, dictionary)));
    }
}
