package se.tillsyn.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Arrows point one way. */
@AnalyzeClasses(packages = "se.tillsyn", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ANALYTICS_SEES_OF_INGEST_ONLY_THE_CONTRACT = noClasses()
            .that()
            .resideInAPackage("se.tillsyn.analytics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "se.tillsyn.ingest",
                    "se.tillsyn.ingest.source..",
                    "se.tillsyn.ingest.layout..",
                    "se.tillsyn.ingest.validation..",
                    "se.tillsyn.ingest.duplicates..",
                    "se.tillsyn.ingest.report..",
                    "se.tillsyn.ingest.sample..");

    @ArchTest
    static final ArchRule INGEST_NEVER_SEES_ANALYTICS = noClasses()
            .that()
            .resideInAPackage("se.tillsyn.ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("se.tillsyn.analytics..");

    @ArchTest
    static final ArchRule WHAT_THE_SITE_SHARES_IS_FREE_OF_SPARK_HADOOP_AND_INGEST = noClasses()
            .that()
            .resideInAnyPackage("se.tillsyn.analytics.release..", "se.tillsyn.analytics.statistics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.spark..",
                    "org.apache.hadoop..",
                    "org.apache.parquet..",
                    "scala..",
                    "se.tillsyn.ingest..",
                    "se.tillsyn.analytics.cube..",
                    "se.tillsyn.analytics.disclosure..",
                    "se.tillsyn.analytics.publication..");

    @ArchTest
    static final ArchRule CHANGES_ARE_READ_FROM_WHAT_IS_PUBLISHED = noClasses()
            .that()
            .resideInAPackage("se.tillsyn.analytics.change..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.spark..",
                    "scala..",
                    "se.tillsyn.analytics.cube..",
                    "se.tillsyn.analytics.disclosure..",
                    "se.tillsyn.analytics.publication..");

    @ArchTest
    static final ArchRule ONLY_THE_CUBE_AND_THE_JOB_USE_SPARK = noClasses()
            .that()
            .resideInAnyPackage(
                    "se.tillsyn.analytics.disclosure..",
                    "se.tillsyn.analytics.revision..",
                    "se.tillsyn.analytics.publication..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "scala..");

    @ArchTest
    static final ArchRule THE_AUDIT_SHARES_NO_CODE_WITH_WHAT_IT_AUDITS = noClasses()
            .that()
            .resideInAPackage("se.tillsyn.analytics.audit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "se.tillsyn.analytics.disclosure..",
                    "se.tillsyn.analytics.cube..",
                    "se.tillsyn.analytics.assessment..",
                    "se.tillsyn.analytics.publication..",
                    "se.tillsyn.ingest..",
                    "org.apache.spark..",
                    "org.apache.hadoop..",
                    "scala..");

    @ArchTest
    static final ArchRule WHAT_IS_AUDITED_KNOWS_NO_AUDIT = noClasses()
            .that()
            .resideInAnyPackage("se.tillsyn.analytics.disclosure..", "se.tillsyn.analytics.cube..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("se.tillsyn.analytics.audit..");

    @ArchTest
    static final ArchRule STATISTICS_STAND_ALONE = noClasses()
            .that()
            .resideInAPackage("se.tillsyn.analytics.statistics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("se.tillsyn.analytics.release..", "java.nio.file..", "java.time..");

    @ArchTest
    static final ArchRule NO_PACKAGE_CYCLES =
            slices().matching("se.tillsyn.analytics.(*)..").should().beFreeOfCycles();
}
