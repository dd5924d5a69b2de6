package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What could reach microdata, or compute anew what a release has decided, is not even there. */
final class ClassPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.spark.sql.SparkSession",
                "scala.Option",
                "org.apache.hadoop.hdfs.DistributedFileSystem",
                "se.tillsyn.ingest.store.Store",
                "se.tillsyn.ingest.finding.Finding"
            })
    void hasNoWayToMicrodata(String name) {
        assertThatThrownBy(() -> Class.forName(name, false, ClassPathTest.class.getClassLoader()))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
