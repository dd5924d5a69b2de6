package se.tillsyn.analytics.audit.release;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.DictionaryPageReadStore;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.DummyRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a Parquet file, and what the file says of its values apart from them: statistics, dictionaries, indexes and filters. A value
 * there that no row has is a trace of a withheld one.
 */
final class ParquetRows implements Closeable {

    private final ParquetFileReader reader;
    private final MessageType schema;
    private final List<ColumnDescriptor> columns;
    private final List<Set<Object>> seen = new ArrayList<>();
    private final long[] absent;
    private final Set<String> traces = new TreeSet<>();
    private List<ColumnReader> readers = List.of();
    private int group = -1;
    private long left;

    ParquetRows(Path file) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .usePageChecksumVerification(true)
                .build();
        reader = ParquetFileReader.open(new LocalInputFile(file), options);
        schema = reader.getFooter().getFileMetaData().getSchema();
        columns = schema.getColumns();
        columns.forEach(column -> seen.add(new HashSet<>()));
        absent = new long[columns.size()];
    }

    List<String> header() {
        return columns.stream().map(column -> column.getPath()[0]).toList();
    }

    /**
     * The next row, {@code null} after the last.
     *
     * @return a number, text, flag or {@code null} for each column
     */
    @Nullable
    Object @Nullable [] next() throws IOException {
        while (left == 0) {
            if (!openGroup()) {
                return null;
            }
        }
        left--;
        Object[] row = new Object[columns.size()];
        for (int column = 0; column < row.length; column++) {
            ColumnReader values = readers.get(column);
            if (values.getCurrentDefinitionLevel() == columns.get(column).getMaxDefinitionLevel()) {
                row[column] = value(columns.get(column), values);
                seen.get(column).add(row[column]);
            } else {
                absent[column]++;
            }
            values.consume();
        }
        return row;
    }

    private boolean openGroup() throws IOException {
        checkGroup();
        PageReadStore pages = reader.readNextRowGroup();
        if (pages == null) {
            return false;
        }
        group++;
        left = pages.getRowCount();
        ColumnReadStoreImpl store = new ColumnReadStoreImpl(
                pages,
                new DummyRecordConverter(schema).getRootConverter(),
                schema,
                reader.getFooter().getFileMetaData().getCreatedBy());
        readers = columns.stream().map(store::getColumnReader).toList();
        seen.forEach(Set::clear);
        java.util.Arrays.fill(absent, 0);
        return true;
    }

    private static Object value(ColumnDescriptor column, ColumnReader values) {
        return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
            case INT32 -> (long) values.getInteger();
            case INT64 -> values.getLong();
            case BOOLEAN -> values.getBoolean();
            case FLOAT -> (double) values.getFloat();
            case DOUBLE -> values.getDouble();
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> values.getBinary().toStringUsingUTF8();
        };
    }

    /** Compares what the file says of the row group just read with its rows. */
    private void checkGroup() throws IOException {
        if (group < 0) {
            return;
        }
        for (ColumnChunkMetaData chunk : reader.getRowGroups().get(group).getColumns()) {
            int column = header().indexOf(chunk.getPath().toDotString());
            String name = chunk.getPath().toDotString();
            Statistics<?> statistics = chunk.getStatistics();
            if (statistics != null && statistics.hasNonNullValue()) {
                if (!seen.get(column).contains(plain(statistics.genericGetMin()))
                        || !seen.get(column).contains(plain(statistics.genericGetMax()))) {
                    traces.add("statistics of " + name);
                }
            }
            if (statistics != null && statistics.isNumNullsSet() && statistics.getNumNulls() != absent[column]) {
                traces.add("number of empty cells of " + name);
            }
            if (reader.readColumnIndex(chunk) != null || chunk.getBloomFilterOffset() >= 0) {
                traces.add("index or filter of " + name);
            }
            checkDictionary(chunk, column, name);
        }
    }

    private void checkDictionary(ColumnChunkMetaData chunk, int column, String name) throws IOException {
        DictionaryPageReadStore dictionaries = reader.getDictionaryReader(group);
        DictionaryPage page = dictionaries.readDictionaryPage(columns.get(column));
        if (page == null || !chunk.hasDictionaryPage()) {
            return;
        }
        Dictionary dictionary = page.getEncoding().initDictionary(columns.get(column), page);
        for (int id = 0; id <= dictionary.getMaxId(); id++) {
            Object value =
                    switch (columns.get(column).getPrimitiveType().getPrimitiveTypeName()) {
                        case INT32 -> (long) dictionary.decodeToInt(id);
                        case INT64 -> dictionary.decodeToLong(id);
                        case BOOLEAN -> dictionary.decodeToBoolean(id);
                        case FLOAT -> (double) dictionary.decodeToFloat(id);
                        case DOUBLE -> dictionary.decodeToDouble(id);
                        case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 ->
                            dictionary.decodeToBinary(id).toStringUsingUTF8();
                    };
            if (!seen.get(column).contains(value)) {
                traces.add("dictionary of " + name);
            }
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Integer whole) {
            return (long) whole;
        }
        return value instanceof Binary text ? text.toStringUsingUTF8() : value;
    }

    /** Where the file holds values that no row has, when all rows were read. */
    Set<String> traces() {
        return traces;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
