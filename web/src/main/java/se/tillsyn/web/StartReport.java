package se.tillsyn.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.tillsyn.web.release.ReleaseCatalogue;

/** One line at start: where the pages are, and which release they show. */
@Component
final class StartReport {

    private static final Logger LOG = LoggerFactory.getLogger(StartReport.class);

    private final ReleaseCatalogue releases;
    private final Environment environment;

    StartReport(ReleaseCatalogue releases, Environment environment) {
        this.releases = releases;
        this.environment = environment;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            String address = environment.getProperty("server.address", "127.0.0.1");
            String release = releases.served().map(served -> served.id()).orElse("no release yet");
            LOG.info(
                    "Tillsynsatlas is served at http://{}:{}/ ({})",
                    address,
                    context.getWebServer().getPort(),
                    release);
        }
    }
}
