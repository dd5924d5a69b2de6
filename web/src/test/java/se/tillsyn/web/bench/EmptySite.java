package se.tillsyn.web.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** A Spring Boot application with the libraries of the dashboard and nothing of its own; it answers 404. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class EmptySite {

    public static void main(String[] arguments) {
        SpringApplication.run(EmptySite.class, arguments);
    }
}
