package se.tillsyn.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.layout.Layout;

/**
 * Reads Parquet: flat columns by name, only those that the layout reads, one page of each in memory at a time. A row is a
 * record and its number the line.
 */
final class ParquetRecords {

    private static final char[] NOTHING = {};

    /** The library asks who wrote the file because of old writers' errors in encodings that are not read here. */
    private static final String WRITER = "parquet-mr version 1.17.0";

    private final ParquetBytes bytes;
    private final Intake intake;
    private final SourceRecord record;
    private final ExpectedValues expected;
    private final Set<String> read;
    private final Set<String> known;
    private long row;

    /** A column that is read. */
    private static final class Reading {

        private final int field;
        private final String name;
        private final ColumnDescriptor column;
        private final ParquetTexts texts;
        private final boolean checked;
        private @Nullable ColumnReader reader;

        Reading(int field, String name, ColumnDescriptor column, boolean checked) {
            this.field = field;
            this.name = name;
            this.column = column;
            this.checked = checked;
            texts = new ParquetTexts(column.getPrimitiveType());
        }
    }

    ParquetRecords(ParquetBytes bytes, Intake intake) {
        this.bytes = bytes;
        this.intake = intake;
        record = intake.record();
        Layout layout = intake.layout();
        expected = new ExpectedValues(layout);
        read = new HashSet<>(layout.readColumns());
        known = new HashSet<>(read);
        known.addAll(layout.ignored());
    }

    /** Reads every row. */
    void read() throws IOException, RefusedFileException {
        ParquetFooter footer = ParquetFooter.read(bytes);
        ParquetMetadata metadata = footer.metadata();
        takeHeader(footer, metadata);
        if (metadata == null) {
            throw new AssertionError("a nested column has been let through");
        }
        CodecFactory codecs = new CodecFactory(new PlainParquetConfiguration(), ParquetPages.MAX_PAGE);
        try {
            ParquetPages.Source source = new ParquetPages.Source(bytes, footer.start(), codecs);
            List<@Nullable Reading> columns = columns(metadata.getFileMetaData().getSchema());
            for (BlockMetaData group : metadata.getBlocks()) {
                source.nextRowGroup();
                open(columns, group, source, metadata);
                readRows(columns, group.getRowCount());
            }
        } finally {
            codecs.release();
        }
    }

    /** Names and types of the columns, every defect of both in one report. */
    private void takeHeader(ParquetFooter footer, @Nullable ParquetMetadata metadata) throws RefusedFileException {
        List<String> names = new ArrayList<>();
        List<FileDefect> defects = new ArrayList<>();
        if (footer.columns().size() > CsvHeader.MAX_COLUMNS) {
            throw new RefusedFileException(FileDefect.atLine(
                    FileRule.TOO_MANY_COLUMNS,
                    0,
                    CsvHeader.MAX_COLUMNS,
                    footer.columns().size()));
        }
        for (ParquetFooter.TopColumn column : footer.columns()) {
            names.add(column.name());
            String type = column.nested();
            if (type.isEmpty() && metadata != null && read.contains(column.name())) {
                MessageType schema = metadata.getFileMetaData().getSchema();
                type = ParquetTexts.refusedType(
                        schema.getType(names.size() - 1).asPrimitiveType(), expected.of(column.name()));
            }
            if (!type.isEmpty() && known.contains(column.name())) {
                defects.add(new FileDefect(FileRule.COLUMN_TYPE, 0, names.size(), column.name(), type, 0, 0));
            }
        }
        try {
            intake.header(names, 0);
        } catch (RefusedFileException e) {
            List<FileDefect> all = new ArrayList<>(e.defects());
            all.addAll(defects);
            throw new RefusedFileException(all, e.total() + defects.size());
        }
        if (!defects.isEmpty()) {
            throw new RefusedFileException(defects, defects.size());
        }
    }

    /** The columns in file order; {@code null} for one that is not read. */
    private List<@Nullable Reading> columns(MessageType schema) {
        List<@Nullable Reading> columns = new ArrayList<>();
        for (int i = 0; i < schema.getFieldCount(); i++) {
            PrimitiveType type = schema.getType(i).asPrimitiveType();
            boolean isRead = read.contains(type.getName());
            // In a wide source the ignored columns, too, tell whether a record repeats another.
            boolean hashed = intake.layout().wide()
                    && ParquetTexts.refusedType(type, ExpectedValues.Kind.ANY).isEmpty();
            columns.add(
                    isRead || hashed
                            ? new Reading(
                                    i,
                                    type.getName(),
                                    schema.getColumnDescription(new String[] {type.getName()}),
                                    isRead)
                            : null);
        }
        return columns;
    }

    private void open(
            List<@Nullable Reading> columns, BlockMetaData group, ParquetPages.Source source, ParquetMetadata metadata)
            throws IOException, RefusedFileException {
        Map<ColumnDescriptor, PageReader> pages = new HashMap<>();
        for (Reading reading : columns) {
            if (reading != null) {
                ColumnChunkMetaData chunk = group.getColumns().get(reading.field);
                pages.put(reading.column, new ParquetPages(source, reading.column, chunk, reading.name));
            }
        }
        MessageType schema = metadata.getFileMetaData().getSchema();
        PageReadStore store = new PageReadStore() {
            @Override
            public PageReader getPageReader(ColumnDescriptor column) {
                PageReader reader = pages.get(column);
                if (reader == null) {
                    throw new IllegalArgumentException("a column that is not read");
                }
                return reader;
            }

            @Override
            public long getRowCount() {
                return group.getRowCount();
            }
        };
        ColumnReadStoreImpl readers = new ColumnReadStoreImpl(store, new NoConverter(schema), schema, WRITER);
        for (Reading reading : columns) {
            if (reading != null) {
                decoding(() -> reading.reader = readers.getColumnReader(reading.column));
            }
        }
    }

    private void readRows(List<@Nullable Reading> columns, long rows) throws IOException, RefusedFileException {
        for (long i = 0; i < rows; i++) {
            row++;
            decoding(() -> fill(columns));
            intake.take();
        }
    }

    private void fill(List<@Nullable Reading> columns) throws IOException, RefusedFileException {
        record.begin(row);
        long characters = 0;
        for (int field = 0; field < columns.size(); field++) {
            Reading reading = columns.get(field);
            if (reading == null) {
                record.put(field, NOTHING, 0, 0);
            } else {
                characters += put(reading);
            }
            if (characters > CsvRecords.MAX_RECORD) {
                throw intake.refused(FileDefect.atLine(FileRule.TOO_LONG, row, CsvRecords.MAX_RECORD, 0));
            }
        }
    }

    /** Takes the column's next value and gives its length. */
    private int put(Reading reading) throws IOException, RefusedFileException {
        ColumnReader reader = reading.reader;
        if (reader == null) {
            throw new IllegalStateException("the column is not open");
        }
        ParquetTexts texts = reading.texts;
        int length = 0;
        if (reader.getCurrentDefinitionLevel() == reading.column.getMaxDefinitionLevel()) {
            texts.take(reader);
            length = texts.length();
        }
        reader.consume();
        if (length > CsvRecords.MAX_FIELD) {
            throw intake.refused(FileDefect.atLine(FileRule.TOO_LONG, row, CsvRecords.MAX_FIELD, 0));
        }
        int at = reading.checked ? Characters.firstForbidden(texts.text(), 0, length) : -1;
        if (at >= 0) {
            intake.addDefect(
                    new FileDefect(FileRule.CHARACTER, row, reading.field + 1, reading.name, "", 0, texts.text()[at]));
        }
        record.put(reading.field, texts.text(), 0, length);
        return length;
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException, RefusedFileException;
    }

    /** What the library throws over damaged data may hold a piece of them, so that only the fact goes on. */
    private void decoding(Step step) throws IOException, RefusedFileException {
        try {
            step.run();
        } catch (CharacterCodingException e) {
            throw intake.refused(FileDefect.atLine(FileRule.ENCODING, row, 0, 1));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof RefusedContentException content) {
                throw intake.refused(content.defect().at(row));
            }
            throw e.getCause();
        } catch (RuntimeException e) {
            throw intake.refused(FileDefect.atLine(FileRule.PARQUET_DAMAGED, row, 0, 0));
        }
    }

    /** The library asks for converters though values are taken by hand. */
    private static final class NoConverter extends GroupConverter {

        private final PrimitiveConverter none = new PrimitiveConverter() {};

        NoConverter(MessageType schema) {
            if (schema.getFieldCount() == 0) {
                throw new IllegalArgumentException("a schema without columns");
            }
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return none;
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }
}
