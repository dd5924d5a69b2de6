package se.tillsyn.web.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Shows the rows of a table one after the other. The columns are read side by side and a text is decoded once however
 * often it stands there, so that a row costs little more than its numbers.
 */
final class TableRows {

    private TableRows() {}

    /** The row that is being read; columns by their places among those asked for. Null where the file has no value. */
    static final class Row {

        private final Value[] values;

        private Row(List<Value> values) {
            this.values = values.toArray(Value[]::new);
        }

        @Nullable
        String text(int column) {
            return values[column].text();
        }

        /** @throws IllegalArgumentException where the file has none, and every row needs one */
        String code(int column) {
            String text = text(column);
            if (text == null) {
                throw new IllegalArgumentException("a row lacks a code");
            }
            return text;
        }

        @Nullable
        Integer whole(int column) {
            return values[column].isPresent() ? (Integer) values[column].reader.getInteger() : null;
        }

        @Nullable
        Double real(int column) {
            return values[column].isPresent() ? (Double) values[column].reader.getDouble() : null;
        }

        boolean flag(int column) {
            return values[column].isPresent() && values[column].reader.getBoolean();
        }

        private void consume() {
            for (Value value : values) {
                value.reader.consume();
            }
        }
    }

    /** Where a column's reader stands. */
    private static final class Value {

        private final ColumnReader reader;
        private final int present;
        /** A file's dictionary hands out the same object for the same text. */
        private final IdentityHashMap<Binary, String> decoded = new IdentityHashMap<>();

        Value(ColumnReader reader) {
            this.reader = reader;
            this.present = reader.getDescriptor().getMaxDefinitionLevel();
        }

        boolean isPresent() {
            return reader.getCurrentDefinitionLevel() == present;
        }

        @Nullable
        String text() {
            if (!isPresent()) {
                return null;
            }
            Binary value = reader.getBinary();
            String text = decoded.get(value);
            if (text == null) {
                text = value.toStringUsingUTF8();
                if (decoded.size() < TableColumn.Texts.MOST) {
                    decoded.put(value, text);
                }
            }
            return text;
        }
    }

    /**
     * Reads a table.
     *
     * @param columns in the order in which a row is asked for them; no column of a table repeats
     * @throws IllegalArgumentException when the table lacks one of them
     */
    static void forEach(Path file, List<String> columns, Consumer<Row> reader) throws IOException {
        try (ParquetFileReader parquet = TableColumns.reader(file)) {
            MessageType schema = parquet.getFooter().getFileMetaData().getSchema();
            for (String column : columns) {
                if (!schema.containsField(column)) {
                    throw new IllegalArgumentException("the table has no column " + column);
                }
            }
            MessageType part = new MessageType(
                    schema.getName(), columns.stream().map(schema::getType).toList());
            parquet.setRequestedSchema(part);
            String createdBy = parquet.getFooter().getFileMetaData().getCreatedBy();
            for (PageReadStore group = parquet.readNextRowGroup(); group != null; group = parquet.readNextRowGroup()) {
                ColumnReadStoreImpl store = new ColumnReadStoreImpl(group, new NoConversion(), part, createdBy);
                Row row = new Row(columns.stream()
                        .map(name -> new Value(store.getColumnReader(described(part, name))))
                        .toList());
                for (long i = 0; i < group.getRowCount(); i++) {
                    reader.accept(row);
                    row.consume();
                }
            }
        }
    }

    private static ColumnDescriptor described(MessageType schema, String column) {
        return schema.getColumnDescription(new String[] {column});
    }
}
