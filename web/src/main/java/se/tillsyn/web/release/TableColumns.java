package se.tillsyn.web.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.EncodingStats;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.DictionaryPageReadStore;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/**
 * The columns of a table of a release, read when they are asked for; nothing is kept and no row is ever put together. Any
 * table whose columns are flat can be read: text, whole and real numbers, flags. Rates, which every page needs and which are
 * held together row by row, are read by {@link TableRows}.
 */
public final class TableColumns {

    private final Path file;
    private final int rows;
    private final Map<String, PrimitiveTypeName> types;

    private TableColumns(Path file, int rows, Map<String, PrimitiveTypeName> types) {
        this.file = file;
        this.rows = rows;
        this.types = types;
    }

    static TableColumns open(Path file) throws IOException {
        try (ParquetFileReader reader = reader(file)) {
            Map<String, PrimitiveTypeName> types = new LinkedHashMap<>();
            for (Type type : reader.getFooter().getFileMetaData().getSchema().getFields()) {
                types.put(type.getName(), type.asPrimitiveType().getPrimitiveTypeName());
            }
            return new TableColumns(file, Math.toIntExact(reader.getRecordCount()), types);
        }
    }

    public int rows() {
        return rows;
    }

    public boolean has(String column) {
        return types.containsKey(column);
    }

    /** Every column as what its type says, by name in the order of the file; the file is read once. */
    Map<String, TableColumn> all() {
        Map<String, ColumnFilling> fillings = new LinkedHashMap<>();
        types.forEach((name, type) -> fillings.put(name, ColumnFilling.of(type, rows)));
        read(fillings);
        Map<String, TableColumn> columns = new LinkedHashMap<>();
        fillings.forEach((name, filling) -> columns.put(name, filling.done()));
        return columns;
    }

    /** A column of texts; flags read as {@code true} and {@code false}. */
    public TableColumn.Texts texts(String column) {
        ColumnFilling.OfTexts texts = new ColumnFilling.OfTexts(type(column), rows);
        read(Map.of(column, texts));
        return texts.done();
    }

    /** A column of numbers; NaN where the file has none. Whole numbers of 32 bits and flags (0, 1) are exact. */
    public double[] numbers(String column) {
        ColumnFilling.OfNumbers numbers = new ColumnFilling.OfNumbers(type(column), rows);
        read(Map.of(column, numbers));
        return numbers.numbers();
    }

    /**
     * The different texts of columns. Where a column repeats itself the file keeps them apart from the rows; then no row is
     * read.
     */
    public Map<String, Set<String>> distinct(Set<String> columns) {
        Map<String, Set<String>> distinct = new LinkedHashMap<>();
        try (ParquetFileReader reader = reader(file)) {
            for (String column : columns) {
                Optional<Set<String>> words = words(reader, column);
                distinct.put(
                        column,
                        words.isPresent()
                                ? words.get()
                                : Set.copyOf(texts(column).distinct()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return distinct;
    }

    /** Words of a column's dictionaries; empty unless every value of the column is one of them. */
    private static Optional<Set<String>> words(ParquetFileReader reader, String column) throws IOException {
        ColumnDescriptor described = reader.getFileMetaData().getSchema().getColumnDescription(new String[] {column});
        Set<String> words = new LinkedHashSet<>();
        for (BlockMetaData group : reader.getRowGroups()) {
            if (!group.getColumns().stream().anyMatch(chunk -> isCoded(chunk, column))) {
                return Optional.empty();
            }
            try (DictionaryPageReadStore pages = reader.getDictionaryReader(group)) {
                DictionaryPage page = pages.readDictionaryPage(described);
                if (page == null) {
                    return Optional.empty();
                }
                Dictionary dictionary = page.getEncoding().initDictionary(described, page);
                for (int i = 0; i <= dictionary.getMaxId(); i++) {
                    words.add(dictionary.decodeToBinary(i).toStringUsingUTF8());
                }
            }
        }
        return Optional.of(words);
    }

    private static boolean isCoded(ColumnChunkMetaData chunk, String column) {
        EncodingStats encodings = chunk.getEncodingStats();
        return chunk.getPath().toDotString().equals(column)
                && encodings != null
                && encodings.hasDictionaryPages()
                && !encodings.hasNonDictionaryEncodedPages();
    }

    private PrimitiveTypeName type(String column) {
        PrimitiveTypeName type = types.get(column);
        if (type == null) {
            throw new IllegalArgumentException("the table has no column " + column);
        }
        return type;
    }

    private void read(Map<String, ColumnFilling> wanted) {
        try (ParquetFileReader reader = reader(file)) {
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            List<Type> asked = schema.getFields().stream()
                    .filter(type -> wanted.containsKey(type.getName()))
                    .toList();
            MessageType part = new MessageType(schema.getName(), asked);
            reader.setRequestedSchema(part);
            String createdBy = reader.getFooter().getFileMetaData().getCreatedBy();
            int first = 0;
            for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
                ColumnReadStoreImpl store = new ColumnReadStoreImpl(group, new NoConversion(), part, createdBy);
                int count = Math.toIntExact(group.getRowCount());
                for (ColumnDescriptor column : part.getColumns()) {
                    ColumnFilling filling = wanted.get(column.getPath()[0]);
                    if (filling != null) {
                        read(store.getColumnReader(column), first, count, filling);
                    }
                }
                first += count;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No column of a table repeats, so that each row has one place in each. */
    private static void read(ColumnReader values, int first, int count, ColumnFilling filling) {
        int present = values.getDescriptor().getMaxDefinitionLevel();
        for (int row = 0; row < count; row++) {
            if (values.getCurrentDefinitionLevel() == present) {
                filling.put(first + row, values);
            }
            values.consume();
        }
    }

    static ParquetFileReader reader(Path file) throws IOException {
        return ParquetFileReader.open(
                new LocalInputFile(file),
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build());
    }
}
