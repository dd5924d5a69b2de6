package se.tillsyn.web;

import java.time.Clock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import se.tillsyn.web.release.ReleaseCatalogue;

/**
 * Makes the one catalogue of releases, with the real clock, as soon as the settings are known: the release is verified and
 * read while the rest of the application is put together. No port is opened before both are done. Named in {@code
 * META-INF/spring.factories}, so that it runs however the application is started.
 */
final class ReleaseStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String PREFIX = "tillsyn";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!(context instanceof GenericApplicationContext application)) {
            throw new IllegalStateException("expected a context that beans can be registered with");
        }
        WebSettings settings = Binder.get(context.getEnvironment()).bindOrCreate(PREFIX, WebSettings.class);
        ReleaseCatalogue releases = new ReleaseCatalogue(settings.home(), settings.releaseCheck(), Clock.systemUTC());
        application.registerBean("releaseCatalogue", ReleaseCatalogue.class, () -> releases);
        application.registerBean("firstLook", SmartInitializingSingleton.class, () -> releases::served);
    }
}
