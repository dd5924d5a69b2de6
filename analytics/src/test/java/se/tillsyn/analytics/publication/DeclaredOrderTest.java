package se.tillsyn.analytics.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.TestStore;
import se.tillsyn.analytics.assessment.RegionOrder;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.profile.ProfileException;

class DeclaredOrderTest {

    @TempDir
    private Path folder;

    /** SKR's three main groups. */
    @Test
    void theSwedishGroupsHaveThreeSteps() {
        RegionOrder order = DeclaredOrder.of(Profile.load("sweden"));
        assertEquals(
                "{SKR-A1=1, SKR-A2=1, SKR-B3=2, SKR-B4=2, SKR-B5=2, SKR-C6=3, SKR-C7=3, SKR-C8=3, SKR-C9=3}",
                new TreeMap<>(order.stepOf()).toString());
    }

    @Test
    void aProfileNeedNotHaveAnOrder() throws IOException {
        assertEquals(RegionOrder.NONE, DeclaredOrder.of(profile("", "")));
    }

    @Test
    void refusesAStepOfSomeGroupsOnlyAndWhatIsNoStep() {
        assertEquals(
                "code list region_groups: expected a step of all groups or of none, found 1 of 2; give the others one or"
                        + " empty the column",
                assertThrows(ProfileException.class, () -> DeclaredOrder.of(profile("1", "")))
                        .getMessage());
        assertEquals(
                "code list region_groups: G2: column step: expected a whole number from 1 to 9999, found 2 characters",
                assertThrows(ProfileException.class, () -> DeclaredOrder.of(profile("1", "-2")))
                        .getMessage());
    }

    /** The profile of the tests of publication, with two groups. */
    private Profile profile(String first, String second) throws IOException {
        Path profile = Files.createTempDirectory(folder, "profile");
        Path source = TestStore.minilandFolder();
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = profile.resolve(source.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(file, copy);
            }
        }
        Files.writeString(
                profile.resolve("codelists/region_groups.csv"),
                "code,name_sv,name_en,valid_from,valid_to,step\nG1,A,A,,," + first + "\nG2,B,B,,," + second + "\n");
        return Profile.load(profile.toString());
    }
}
