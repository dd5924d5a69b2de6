package se.tillsyn.ingest.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import se.tillsyn.ingest.finding.FindingColumns;

/** The same rows of the contract in every form that a sender may choose. */
final class SourceForms {

    private static final Set<String> WHOLE = Set.of(
            FindingColumns.REVISION,
            FindingColumns.CASES_ASSESSED,
            FindingColumns.CASES_DEFICIENT,
            FindingColumns.ELIGIBLE,
            FindingColumns.VALUE_LOW,
            FindingColumns.VALUE_HIGH);
    private static final Set<String> FLAGS =
            Set.of(FindingColumns.WITHDRAWN, FindingColumns.CENSORED, FindingColumns.DEMAND, FindingColumns.REMEDIED);
    private static final Set<String> DAYS = Set.of(FindingColumns.INSPECTED_ON, FindingColumns.FOLLOWED_UP_ON);

    private SourceForms() {}

    static byte[] csv(List<String[]> rows) {
        StringBuilder text = new StringBuilder(String.join(",", FindingColumns.ORDER)).append("\r\n");
        for (String[] row : rows) {
            text.append(String.join(",", row)).append("\r\n");
        }
        return bytes(text.toString());
    }

    static byte[] ndjson(List<String[]> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(object(row)).append('\n'));
        return bytes(text.toString());
    }

    static byte[] array(List<String[]> rows) {
        return bytes("[\n"
                + String.join(",\n", rows.stream().map(SourceForms::object).toList()) + "\n]\n");
    }

    static String object(String[] row) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
            String column = FindingColumns.ORDER.get(i);
            boolean bare = WHOLE.contains(column) || FLAGS.contains(column) || column.equals(FindingColumns.VALUE);
            String value = row[i].isEmpty() ? "null" : bare ? row[i] : "\"" + row[i] + "\"";
            fields.add("\"" + column + "\": " + value);
        }
        return "{" + String.join(", ", fields) + "}";
    }

    static byte[] parquet(List<String[]> rows) {
        return parquet(rows, CompressionCodecName.ZSTD, WriterVersion.PARQUET_1_0, true);
    }

    static byte[] parquet(
            List<String[]> rows, CompressionCodecName codec, WriterVersion version, boolean withChecksums) {
        List<Type> fields =
                FindingColumns.ORDER.stream().map(SourceForms::field).toList();
        MessageType schema = new MessageType("findings", fields);
        SimpleGroupFactory factory = new SimpleGroupFactory(schema);
        Iterable<Group> groups =
                () -> rows.stream().map(row -> group(factory, row)).iterator();
        return parquet(schema, groups, codec, version, withChecksums);
    }

    private static Group group(SimpleGroupFactory factory, String[] row) {
        Group group = factory.newGroup();
        for (int i = 0; i < row.length; i++) {
            if (!row[i].isEmpty()) {
                add(group, FindingColumns.ORDER.get(i), row[i]);
            }
        }
        return group;
    }

    static byte[] parquet(MessageType schema, List<Group> groups) {
        return parquet(schema, groups, CompressionCodecName.SNAPPY, WriterVersion.PARQUET_1_0, true);
    }

    static byte[] parquet(
            MessageType schema,
            Iterable<Group> groups,
            CompressionCodecName codec,
            WriterVersion version,
            boolean withChecksums) {
        try {
            Path file = Files.createTempFile("form", ".parquet");
            Files.delete(file);
            try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                    .withType(schema)
                    .withConf(new PlainParquetConfiguration())
                    .withCompressionCodec(codec)
                    .withWriterVersion(version)
                    .withPageWriteChecksumEnabled(withChecksums)
                    .withPageRowCountLimit(500)
                    .build()) {
                for (Group group : groups) {
                    writer.write(group);
                }
            }
            byte[] all = Files.readAllBytes(file);
            Files.delete(file);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Type field(String column) {
        if (WHOLE.contains(column)) {
            return Types.optional(PrimitiveTypeName.INT32).named(column);
        }
        if (FLAGS.contains(column)) {
            return Types.optional(PrimitiveTypeName.BOOLEAN).named(column);
        }
        if (DAYS.contains(column)) {
            return Types.optional(PrimitiveTypeName.INT32)
                    .as(LogicalTypeAnnotation.dateType())
                    .named(column);
        }
        return column.equals(FindingColumns.VALUE)
                ? Types.optional(PrimitiveTypeName.DOUBLE).named(column)
                : Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column);
    }

    private static void add(Group group, String column, String text) {
        if (WHOLE.contains(column)) {
            group.add(column, Integer.parseInt(text));
        } else if (FLAGS.contains(column)) {
            group.add(column, Boolean.parseBoolean(text));
        } else if (DAYS.contains(column)) {
            group.add(column, Math.toIntExact(LocalDate.parse(text).toEpochDay()));
        } else if (column.equals(FindingColumns.VALUE)) {
            group.add(column, Double.parseDouble(text));
        } else {
            group.add(column, text);
        }
    }
}
