package se.tillsyn.analytics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every file of the reference folder, every row, every expected column. A file or a column without a check fails.
 *
 * <p>{@code mvn -pl analytics -am test -Dtest=ReferenceTest -Dtillsyn.reference=DIR} runs it on another folder with the
 * same file names and columns.
 */
class ReferenceTest {

    private static final Map<String, FileCheck> CHECKS = Stream.of(
                    ProportionChecks.ALL,
                    IntervalChecks.ALL,
                    StandardisationChecks.ALL,
                    FunnelChecks.ALL,
                    WaitChecks.ALL,
                    TrendChecks.ALL,
                    InequalityChecks.ALL,
                    ComparisonChecks.ALL,
                    RollupChecks.ALL,
                    DisclosureChecks.ALL)
            .flatMap(List::stream)
            .collect(Collectors.toMap(FileCheck::file, Function.identity()));

    @Test
    void everyFileHasACheckAndEveryCheckItsFile() {
        assertEquals(
                String.join("\n", new TreeSet<>(CHECKS.keySet())), String.join("\n", ReferenceFolder.CHOSEN.files()));
    }

    @TestFactory
    Stream<DynamicNode> everyColumnIsGivenOrCompared() {
        return CHECKS.values().stream()
                .filter(FileCheck::isTable)
                .map(check -> DynamicTest.dynamicTest(
                        check.file(),
                        () -> assertEquals(
                                new TreeSet<>(check.columns()),
                                new TreeSet<>(ReferenceFolder.CHOSEN
                                        .table(check.file())
                                        .columns()))));
    }

    @TestFactory
    Stream<DynamicNode> everyFigureEqualsTheOtherPrograms() {
        return new TreeSet<>(CHECKS.keySet())
                .stream()
                        .map(file -> DynamicContainer.dynamicContainer(
                                file, CHECKS.get(file).tests(ReferenceFolder.CHOSEN)));
    }
}
