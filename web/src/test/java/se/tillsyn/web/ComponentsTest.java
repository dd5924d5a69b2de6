package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.stereotype.Component;

/** The components named in the index are those that there are: Spring looks for no others, and would miss one silently. */
final class ComponentsTest {

    @Test
    void areAllInTheIndex() throws IOException {
        List<String> annotated = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("se.tillsyn.web")
                        .stream()
                        .filter(type -> !type.isAnnotation() && type.isMetaAnnotatedWith(Component.class))
                        .filter(type -> !type.isAnnotatedWith(SpringBootConfiguration.class))
                        .map(JavaClass::getName)
                        .toList();
        Properties index = new Properties();
        try (InputStream in = getClass().getResourceAsStream("/META-INF/spring.components")) {
            index.load(in);
        }
        assertThat(index.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(annotated);
        assertThat(index.values()).containsOnly(Component.class.getName());
    }
}
