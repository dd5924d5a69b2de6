package se.tillsyn.web.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.release.ReleaseTables;
import se.tillsyn.web.release.SmallRelease;

/** Statements as a dataset: bounds as they stand, nothing where a report gives none, and names that tell them apart. */
final class StatementValuesTest {

    @TempDir
    Path home;

    private Dataset statements() throws IOException {
        String id = SmallRelease.publish(home, 1);
        return new Datasets(ReleaseTables.of(
                        ReleaseFolder.open(home.resolve("releases").resolve(id))))
                .find("statements")
                .orElseThrow();
    }

    @Test
    void areBoundsAndNothingWhereTheReportGivesNone() throws IOException {
        Dataset statements = statements();
        assertThat(statements.contents().values())
                .extracting(DimensionValue::code)
                .containsExactly("n", "low", "high", "rate_low", "rate_high", "limit_lower", "limit_upper");
        Cells cells = all(statements);
        int band = 7 * statements.dimensions().get(0).indexOf("A-PLAN").orElseThrow();
        double[] stated = {16, 9, 16, 0.5625, 1, 0.33179, 1};
        for (int i = 0; i < stated.length; i++) {
            assertThat(cells.number(band + i)).isEqualTo(stated[i]);
        }
        int least = 7 * statements.dimensions().get(0).indexOf("A-AVTAL").orElseThrow();
        assertThat(cells.status(least)).isEqualTo(Status.NOT_AVAILABLE);
        assertThat(cells.number(least + 1)).isEqualTo(1);
        assertThat(cells.status(least + 2)).isEqualTo(Status.NOT_AVAILABLE);
    }

    @Test
    void sayInTheirNamesWhatTheyAreAbout() throws IOException {
        DimensionValue value = statements().dimensions().get(0).values().get(1);
        assertThat(value.code()).isEqualTo("A-PLAN");
        assertThat(value.label().sv()).contains("Värmland", "2015").endsWith("(A-PLAN)");
        assertThat(value.notes()).hasSize(1);
        assertThat(value.notes().get(0).text().en()).contains("outcome: deficient");
        assertThat(statements().dimensions().get(0).values())
                .extracting(DimensionValue::label)
                .doesNotHaveDuplicates();
    }

    private static Cells all(Dataset statements) {
        List<Slice.Part> parts = new ArrayList<>();
        for (Dimension dimension : statements.dimensions()) {
            int[] places = new int[dimension.size()];
            for (int i = 0; i < places.length; i++) {
                places[i] = i;
            }
            parts.add(new Slice.Part(dimension, places));
        }
        return new Slice(statements, parts).cells();
    }
}
