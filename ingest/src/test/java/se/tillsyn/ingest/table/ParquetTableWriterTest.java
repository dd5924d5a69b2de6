package se.tillsyn.ingest.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTableWriterTest {

    private record Sample(
            String unique,
            @Nullable String few,
            int count,
            @Nullable Integer sparse,
            double real,
            @Nullable Double measure,
            @Nullable LocalDate day,
            boolean flag,
            @Nullable Boolean answer) {}

    private static final Table<Sample> TABLE = new Table<>(
            "samples",
            List.of(
                    Column.text("unique", Sample::unique),
                    Column.optionalText("few", Sample::few),
                    Column.whole("count", Sample::count),
                    Column.optionalWhole("sparse", Sample::sparse),
                    Column.real("real", Sample::real),
                    Column.optionalReal("measure", Sample::measure),
                    Column.optionalDay("day", Sample::day),
                    Column.flag("flag", Sample::flag),
                    Column.optionalFlag("answer", Sample::answer)));

    @TempDir
    Path folder = Path.of(".");

    /** More rows than a row group holds, values of every kind, absent ones, long stretches of one value. */
    private static List<Sample> samples(int rows) {
        Random random = new Random(7);
        String[] words = {"", "å ä ö", "HEMMAPLAN", "\uD83D\uDE00", "15–18"};
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            boolean stretch = i / 5000 % 2 == 0;
            samples.add(new Sample(
                    "F-" + random.nextLong(),
                    random.nextInt(3) == 0 ? null : words[stretch ? 2 : random.nextInt(words.length)],
                    stretch ? 7 : random.nextInt(),
                    random.nextInt(1000) == 0 ? random.nextInt(10) : null,
                    stretch ? -0.0 : random.nextGaussian(),
                    random.nextBoolean() ? (double) random.nextInt(40) : null,
                    random.nextBoolean() ? LocalDate.of(1960, 1, 1).plusDays(random.nextInt(30_000)) : null,
                    random.nextBoolean(),
                    random.nextInt(3) == 0 ? null : random.nextBoolean()));
        }
        return samples;
    }

    private Path write(String name, List<Sample> samples) throws IOException {
        Path file = folder.resolve(name);
        try (TableWriter<Sample> writer = new ParquetTableWriter<>(file, TABLE, Map.of("made-by", "test"))) {
            for (Sample sample : samples) {
                writer.write(sample);
            }
        }
        return file;
    }

    @Test
    void givesEveryValueBackThroughTheLibrarysReaderWithChecksumsVerified() throws Exception {
        for (int rows : new int[] {1, 31, 40_000, 300_000}) {
            List<Sample> samples = samples(rows);
            int row = 0;
            for (Group group : read(write("samples-" + rows + ".parquet", samples))) {
                assertEquals(samples.get(row++), sampleOf(group));
            }
            assertEquals(rows, row);
        }
    }

    @Test
    void isReadAlikeByAnIndependentReader() throws Exception {
        List<Sample> samples = samples(300_000);
        Path file = write("samples.parquet", samples);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select * from read_parquet('" + file + "')")) {
            for (Sample sample : samples) {
                assertTrue(result.next());
                assertEquals(sample.unique(), result.getString("unique"));
                assertEquals(sample.few(), result.getString("few"));
                assertEquals(sample.count(), result.getInt("count"));
                assertEquals(sample.sparse(), result.getObject("sparse"));
                assertEquals(sample.real(), result.getDouble("real"));
                assertEquals(sample.measure(), result.getObject("measure"));
                assertEquals(sample.day(), result.getObject("day"));
                assertEquals(sample.flag(), result.getBoolean("flag"));
                assertEquals(sample.answer(), result.getObject("answer"));
            }
            assertFalse(result.next());
        }
    }

    @Test
    void writesTheSameBytesForTheSameRows() throws Exception {
        Path first = write("first.parquet", samples(70_000));
        Path second = write("second.parquet", samples(70_000));
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    }

    @Test
    void keepsNoStatisticsOfValuesInTheFooter() throws Exception {
        Path file = write("samples.parquet", samples(5000));
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            for (BlockMetaData block : reader.getRowGroups()) {
                for (ColumnChunkMetaData column : block.getColumns()) {
                    assertFalse(column.getStatistics().hasNonNullValue(), column.getPath()::toDotString);
                }
            }
        }
    }

    @Test
    void refusesANumberThatIsNone() throws Exception {
        Sample sample = new Sample("F-1", null, 1, null, Double.NaN, null, null, true, null);
        // Rows are taken in batches: alone it is refused when the file is closed, before many others while they are
        // written.
        for (int others : new int[] {0, 1000}) {
            List<Sample> samples = new ArrayList<>(List.of(sample));
            samples.addAll(samples(others));
            assertThrows(IllegalArgumentException.class, () -> write("nan-" + others + ".parquet", samples));
        }
    }

    @Test
    void givesTextsBackThatComeAgainOnlyAfterManyOthers() throws Exception {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            String text = "Å-\uD83D\uDE00-" + i % 20_000;
            samples.add(new Sample(text, i < 30_000 ? text : "same", i, null, i, null, null, true, null));
        }
        int row = 0;
        for (Group group : read(write("late.parquet", samples))) {
            assertEquals(samples.get(row++), sampleOf(group));
        }
        assertEquals(60_000, row);
    }

    private static List<Group> read(Path file) throws IOException {
        List<Group> groups = new ArrayList<>();
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .usePageChecksumVerification(true)
                .build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            assertEquals(ParquetTableWriter.schemaOf(TABLE), schema);
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                RecordReader<Group> records = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(pages, new GroupRecordConverter(schema));
                for (long i = 0; i < pages.getRowCount(); i++) {
                    groups.add(records.read());
                }
            }
        }
        return groups;
    }

    private static Sample sampleOf(Group group) {
        return new Sample(
                group.getString("unique", 0),
                has(group, "few") ? group.getString("few", 0) : null,
                group.getInteger("count", 0),
                has(group, "sparse") ? group.getInteger("sparse", 0) : null,
                group.getDouble("real", 0),
                has(group, "measure") ? group.getDouble("measure", 0) : null,
                has(group, "day") ? LocalDate.ofEpochDay(group.getInteger("day", 0)) : null,
                group.getBoolean("flag", 0),
                has(group, "answer") ? group.getBoolean("answer", 0) : null);
    }

    private static boolean has(Group group, String field) {
        return group.getFieldRepetitionCount(field) > 0;
    }
}
