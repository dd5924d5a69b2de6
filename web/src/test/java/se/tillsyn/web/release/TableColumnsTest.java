package se.tillsyn.web.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jerolba.carpet.CarpetWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns of a file written here: texts, numbers, flags and holes, with and without a dictionary of its words. */
final class TableColumnsTest {

    private static final int ROWS = 1_000;

    @TempDir
    Path folder;

    record Row(
            String code,
            @Nullable String word,
            int whole,
            @Nullable Double real,
            boolean flag) {}

    private TableColumns columns(boolean dictionary) throws IOException {
        Path file = folder.resolve("table.parquet");
        try (CarpetWriter<Row> writer = new CarpetWriter.Builder<>(Files.newOutputStream(file), Row.class)
                .withDictionaryEncoding(dictionary)
                .build()) {
            writer.write(IntStream.range(0, ROWS)
                    .mapToObj(i -> new Row(
                            "c" + i % 7,
                            i % 5 == 0 ? null : "ord " + i % 3,
                            i,
                            i % 2 == 0 ? i / 4.0 : null,
                            i % 3 == 0))
                    .toList());
        }
        return TableColumns.open(file);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsEachColumnAsWhatItIs(boolean dictionary) throws IOException {
        TableColumns columns = columns(dictionary);
        assertThat(columns.rows()).isEqualTo(ROWS);
        TableColumn.Texts word = columns.texts("word");
        double[] whole = columns.numbers("whole");
        double[] real = columns.numbers("real");
        TableColumn.Texts flag = columns.texts("flag");
        for (int i = 0; i < ROWS; i++) {
            assertThat(word.text(i)).isEqualTo(i % 5 == 0 ? "" : "ord " + i % 3);
            assertThat(whole[i]).isEqualTo(i);
            assertThat(Double.valueOf(real[i])).isEqualTo(Double.valueOf(i % 2 == 0 ? i / 4.0 : Double.NaN));
            assertThat(flag.text(i)).isEqualTo(Boolean.toString(i % 3 == 0));
        }
        assertThat(columns.all().keySet()).containsExactly("code", "word", "whole", "real", "flag");
        assertThat(columns.all().get("real")).isInstanceOf(TableColumn.Reals.class);
        assertThat(columns.all().get("flag")).isInstanceOf(TableColumn.Flags.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void knowsTheDifferentTextsOfColumns(boolean dictionary) throws IOException {
        assertThat(columns(dictionary).distinct(Set.of("code", "word")))
                .containsOnlyKeys("code", "word")
                .containsEntry("code", Set.of("c0", "c1", "c2", "c3", "c4", "c5", "c6"))
                .containsEntry("word", Set.of("ord 0", "ord 1", "ord 2"));
    }

    @Test
    void refusesAColumnThatIsNotThere() throws IOException {
        TableColumns columns = columns(true);
        assertThat(columns.has("other")).isFalse();
        assertThatThrownBy(() -> columns.numbers("other")).hasMessage("the table has no column other");
    }

    @Test
    void refusesATableOfAnotherLength() throws IOException {
        TableColumns columns = columns(true);
        assertThatThrownBy(() -> ReleaseTable.of(columns, List.of("code"), ROWS - 1))
                .hasMessage("it has another number of rows than the manifest says");
    }
}
