package se.tillsyn.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static se.tillsyn.ingest.source.SourceForms.bytes;
import static se.tillsyn.ingest.source.SourceForms.gzip;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedFileExceptionTest {

    private static final List<String[]> ROWS = SourceReading.rowsOfEveryKind(500);

    static Stream<Arguments> cut() {
        return Stream.of(
                Arguments.of(SourceFormat.CSV, FileRule.FIELD_COUNT, SourceForms.csv(ROWS)),
                Arguments.of(SourceFormat.NDJSON, FileRule.JSON_CUT, SourceForms.ndjson(ROWS)),
                Arguments.of(SourceFormat.JSON, FileRule.JSON_CUT, SourceForms.array(ROWS)),
                Arguments.of(SourceFormat.PARQUET, FileRule.PARQUET_CUT, SourceForms.parquet(ROWS)));
    }

    @ParameterizedTest
    @MethodSource("cut")
    void tellsTheFormThatTheFileHadShown(SourceFormat format, FileRule rule, byte[] whole) {
        byte[] cut = Arrays.copyOf(whole, whole.length - 40);
        for (byte[] content : List.of(cut, gzip(cut))) {
            RefusedFileException e = refusal(content);
            assertEquals(List.of(rule), SourceReading.rules(e.defects()));
            assertEquals(new SourceForm(format, content != cut), e.form());
        }
    }

    /** The same rule, met before and after the first 16 KiB of the content were there. */
    @Test
    void tellsTheFormOfACutGzipOnlyWhenItsStartWasRead() {
        byte[] packed = gzip(SourceForms.csv(ROWS));
        RefusedFileException late = refusal(Arrays.copyOf(packed, packed.length - 4));
        assertEquals(List.of(FileRule.GZIP_CUT), SourceReading.rules(late.defects()));
        assertEquals(new SourceForm(SourceFormat.CSV, true), late.form());
        RefusedFileException early = refusal(Arrays.copyOf(packed, 40));
        assertEquals(List.of(FileRule.GZIP_CUT), SourceReading.rules(early.defects()));
        assertNull(early.form());
    }

    @Test
    void tellsNoFormOfWhatHasNone() {
        for (byte[] content : List.of(bytes(""), bytes("PK\3\4"), gzip(bytes("PK\3\4")), bytes("%PDF-1.7\n"))) {
            assertNull(refusal(content).form());
        }
    }

    private static RefusedFileException refusal(byte[] content) {
        return assertThrows(RefusedFileException.class, () -> SourceReading.of(content));
    }
}
