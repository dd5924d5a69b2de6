package se.tillsyn.web;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.tillsyn.web.release.ReleaseCatalogue;

/** The one catalogue of releases, with the real clock. */
@Configuration
class ReleaseConfiguration {

    @Bean(destroyMethod = "")
    ReleaseCatalogue releaseCatalogue(WebSettings settings) {
        return new ReleaseCatalogue(settings.home(), settings.releaseCheck(), Clock.systemUTC());
    }
}
