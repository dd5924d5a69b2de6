package se.tillsyn.ingest.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Reads some columns of a file of {@link ParquetTableWriter}, a row group at a time, page checksums verified. Only files of
 * that writer are read: a file with other columns is refused.
 */
public final class TableScan implements Closeable {

    private final ParquetFileReader reader;
    private final List<ScannedColumn> columns;
    private int rows;

    /**
     * Opens a file.
     *
     * @param table the table that was written
     * @param names columns to read
     * @throws IOException when the file is not one of this table
     */
    public TableScan(Path file, Table<?> table, List<String> names) throws IOException {
        reader = ParquetFileReader.open(
                new LocalInputFile(file),
                ParquetReadOptions.builder(new PlainParquetConfiguration())
                        .usePageChecksumVerification()
                        .build());
        boolean opened = false;
        try {
            MessageType schema = ParquetTableWriter.schemaOf(table);
            if (!reader.getFileMetaData().getSchema().equals(schema)) {
                throw new IOException(table.name() + " file: its columns are not those of this version");
            }
            List<Type> chosen = names.stream().map(schema::getType).toList();
            MessageType projection = new MessageType(schema.getName(), chosen);
            reader.setRequestedSchema(projection);
            columns = projection.getColumns().stream().map(ScannedColumn::new).toList();
            opened = true;
        } finally {
            if (!opened) {
                reader.close();
            }
        }
    }

    /** Moves on to the next row group; {@code false} after the last. */
    public boolean next() throws IOException {
        PageReadStore group = reader.readNextRowGroup();
        if (group == null) {
            return false;
        }
        rows = Math.toIntExact(group.getRowCount());
        for (ScannedColumn column : columns) {
            column.take(group.getPageReader(column.descriptor()), rows);
        }
        return true;
    }

    /** Rows of the present row group. */
    public int rows() {
        return rows;
    }

    /**
     * A column of the present row group, by its place among the chosen ones; valid until the next row group. Its pages are
     * unpacked when it is first asked for.
     */
    public ScannedColumn column(int index) throws IOException {
        ScannedColumn column = columns.get(index);
        column.read();
        return column;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
