package se.tillsyn.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Arrows point one way: releases in, pages out. */
@AnalyzeClasses(packages = "se.tillsyn.web", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsOnlyFormatAndFormulas = classes()
            .that()
            .resideInAPackage("se.tillsyn.web..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("se.tillsyn..")
            .orShould()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "se.tillsyn.web..",
                    "se.tillsyn.analytics.release",
                    "se.tillsyn.analytics.statistics..",
                    "java..",
                    "javax.imageio..",
                    "javax.xml.stream..",
                    "jakarta..",
                    "org..",
                    "com..",
                    "de.siegmar..",
                    "tools.jackson..");

    @ArchTest
    static final ArchRule hasNoSparkHadoopOrStore = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..", "se.tillsyn.ingest..");

    @ArchTest
    static final ArchRule readsFilesInTheReleasePackageOnly = noClasses()
            .that()
            .resideOutsideOfPackages("se.tillsyn.web.release", "se.tillsyn.web.download", "se.tillsyn.web")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "com.jerolba..");

    @ArchTest
    static final ArchRule releasesKnowNothingOfPages = noClasses()
            .that()
            .resideInAPackage("se.tillsyn.web.release")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "se.tillsyn.web.page..",
                    "se.tillsyn.web.topic..",
                    "se.tillsyn.web.overview..",
                    "se.tillsyn.web.language..",
                    "org.springframework.web..",
                    "jakarta.servlet..");

    @ArchTest
    static final ArchRule packagesFormNoCircles =
            slices().matching("se.tillsyn.web.(*)..").should().beFreeOfCycles();
}
