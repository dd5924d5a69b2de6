package se.tillsyn.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class SparkJvmOptionsTest {

    /** The list in the parent build is what Spark itself asks for. */
    @Test
    void areThoseThatSparkAsksFor() throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/spark-jvm-options"))) {
            String ours = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(
                    new TreeSet<>(List.of(
                            JavaModuleOptions.defaultModuleOptions().strip().split("\\s+"))),
                    new TreeSet<>(List.of(ours.strip().split("\\s+"))));
        }
    }
}
