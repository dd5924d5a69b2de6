package se.tillsyn.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static se.tillsyn.ingest.source.SourceForms.gzip;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormatEqualityTest {

    private static final List<String[]> ROWS = SourceReading.rowsOfEveryKind(500);

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of(SourceFormat.CSV, SourceForms.csv(ROWS)),
                Arguments.of(SourceFormat.NDJSON, SourceForms.ndjson(ROWS)),
                Arguments.of(SourceFormat.JSON, SourceForms.array(ROWS)),
                Arguments.of(SourceFormat.PARQUET, SourceForms.parquet(ROWS)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormatGivesTheSameRows(SourceFormat format, byte[] content) throws Exception {
        for (byte[] bytes : List.of(content, gzip(content))) {
            SourceReading reading = SourceReading.of(bytes);
            assertEquals(ROWS.stream().map(Arrays::asList).toList(), reading.rows());
            assertEquals(
                    new SourceForm(format, bytes != content), reading.summary().form());
            assertEquals(bytes.length, reading.summary().bytes());
            assertEquals(List.of(), reading.summary().lacking());
        }
    }

    static Stream<Arguments> parquetForms() {
        return Stream.of(
                        CompressionCodecName.UNCOMPRESSED,
                        CompressionCodecName.SNAPPY,
                        CompressionCodecName.GZIP,
                        CompressionCodecName.ZSTD,
                        CompressionCodecName.LZ4_RAW)
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("parquetForms")
    void everyCompressionOfParquetIsRead(CompressionCodecName codec) throws Exception {
        for (boolean withChecksums : new boolean[] {true, false}) {
            byte[] content = SourceForms.parquet(ROWS, codec, WriterVersion.PARQUET_1_0, withChecksums);
            assertEquals(
                    ROWS.stream().map(Arrays::asList).toList(),
                    SourceReading.of(content).rows());
        }
    }

    @Test
    void linesAreThoseOfTheFileAndRowsThoseOfParquet() throws Exception {
        List<String[]> two = ROWS.subList(0, 2);
        assertEquals(List.of(2L, 3L), SourceReading.of(SourceForms.csv(two)).lines());
        assertEquals(List.of(1L, 2L), SourceReading.of(SourceForms.ndjson(two)).lines());
        assertEquals(List.of(2L, 3L), SourceReading.of(SourceForms.array(two)).lines());
        assertEquals(List.of(1L, 2L), SourceReading.of(SourceForms.parquet(two)).lines());
    }
}
