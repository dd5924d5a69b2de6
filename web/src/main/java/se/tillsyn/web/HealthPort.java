package se.tillsyn.web;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Puts the health check on a port of its own, the one after the public port, unless a setting says otherwise. Its address
 * is always the loopback, so that a proxy in front of the public port can never reach it.
 */
final class HealthPort implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String SETTING = "management.server.port";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.containsProperty(SETTING)) {
            return;
        }
        int port = environment.getProperty("server.port", Integer.class, 8080);
        int health = port == 0 ? 0 : port + 1;
        environment.getPropertySources().addLast(new MapPropertySource("health-port", Map.of(SETTING, health)));
    }
}
