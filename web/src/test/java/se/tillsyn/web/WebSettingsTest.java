package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

/** Defaults, a full mapping, and values that are refused. */
final class WebSettingsTest {

    @Test
    void haveDefaults() {
        assertThat(bind(Map.of())).isEqualTo(new WebSettings(Path.of("tillsyn-data"), Duration.ofSeconds(1)));
    }

    @Test
    void mapEveryKey() {
        assertThat(bind(Map.of("tillsyn.home", "/srv/atlas", "tillsyn.release-check", "5s")))
                .isEqualTo(new WebSettings(Path.of("/srv/atlas"), Duration.ofSeconds(5)));
    }

    @Test
    void refuseAHomeWithoutAName() {
        assertThatThrownBy(() -> new WebSettings(Path.of(""), Duration.ofSeconds(1)))
                .hasMessage("tillsyn.home: expected a folder, found an empty text");
    }

    @Test
    void refuseToLookTooOften() {
        assertThatThrownBy(() -> new WebSettings(Path.of("a"), Duration.ofMillis(10)))
                .hasMessage("tillsyn.release-check: expected 100 ms or more, found PT0.01S");
    }

    @Test
    void putHealthOnThePortAfterThePublicOne() {
        assertThat(healthPort(new MockEnvironment().withProperty("server.port", "9000")))
                .isEqualTo("9001");
        assertThat(healthPort(new MockEnvironment().withProperty("server.port", "0")))
                .isEqualTo("0");
        assertThat(healthPort(new MockEnvironment().withProperty(HealthPort.SETTING, "7000")))
                .isEqualTo("7000");
    }

    private static String healthPort(MockEnvironment environment) {
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(environment);
        new HealthPort().initialize(context);
        return String.valueOf(environment.getProperty(HealthPort.SETTING));
    }

    private static WebSettings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("tillsyn", WebSettings.class);
    }
}
