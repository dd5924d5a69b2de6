package se.tillsyn.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

/** The arrows inside the module. */
@AnalyzeClasses(packages = "se.tillsyn.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "se.tillsyn.ingest.";

    @ArchTest
    void theContractKnowsNothingOfTheModule(JavaClasses classes) {
        knowsOnly(classes, "finding");
    }

    @ArchTest
    void tablesAndCommitsStandAlone(JavaClasses classes) {
        knowsOnly(classes, "table");
        knowsOnly(classes, "commit");
        knowsOnly(classes, "deidentification", "profile");
    }

    @ArchTest
    void profilesLayoutsAndSourcesKnowWhatStandsBelowThem(JavaClasses classes) {
        knowsOnly(classes, "profile", "commit", "finding");
        knowsOnly(classes, "layout", "profile", "commit", "finding");
        knowsOnly(classes, "source", "deidentification", "layout", "profile", "commit", "finding");
        knowsOnly(classes, "validation", "deidentification", "source", "profile", "finding");
        knowsOnly(classes, "store", "profile", "commit", "finding", "table");
    }

    @ArchTest
    void onlyTheJobUsesSpark(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAPackage(BASE + "(*)..")
                .and()
                .resideOutsideOfPackage(BASE + "spark..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark..")
                .check(classes);
    }

    @ArchTest
    void packagesFormNoCycle(JavaClasses classes) {
        slices().matching("se.tillsyn.ingest.(*)..").should().beFreeOfCycles().check(classes);
        noClasses()
                .that()
                .resideInAPackage(BASE + "(*)..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("se.tillsyn.ingest")
                .check(classes);
    }

    private static void knowsOnly(JavaClasses classes, String name, String... below) {
        String[] allowed = new String[below.length + 1];
        allowed[0] = BASE + name + "..";
        for (int i = 0; i < below.length; i++) {
            allowed[i + 1] = BASE + below[i] + "..";
        }
        noClasses()
                .that()
                .resideInAPackage(BASE + name + "..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                                "se.tillsyn..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(allowed))))
                .check(classes);
    }
}
