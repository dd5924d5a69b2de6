package se.tillsyn.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the dashboard: {@code java -jar tillsyn-web-app.jar --tillsyn.home=DIR --server.port=P}. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class TillsynApplication {

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(TillsynApplication.class);
        application.addInitializers(new HealthPort());
        application.run(arguments);
    }
}
