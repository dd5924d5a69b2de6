package se.tillsyn.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.tillsyn.ingest.source.SourceForms.bytes;
import static se.tillsyn.ingest.source.SourceReading.MARKER;
import static se.tillsyn.ingest.source.SourceReading.refused;
import static se.tillsyn.ingest.source.SourceReading.rules;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.layout.Layout;

/** Fault 18: Parquet that is damaged, lies about itself, or holds other columns and types. */
class ParquetFaultsTest {

    private static final List<String[]> ROWS = SourceReading.rowsOfEveryKind(200);
    private static final byte[] GOOD = SourceForms.parquet(ROWS);

    /** Two columns are read as they stand, one is mapped. */
    private static final Layout LAYOUT = Layout.parse("p.yaml", bytes("""
            name: p
            columns:
              finding_id: {column: id}
              inspection_id: {constant: V}
              inspected_on: {column: day}
              programme: {constant: P}
              selection_basis: {constant: S}
              office: {constant: O}
              region_code: {constant: "00"}
              operation_type: {constant: T}
              age_group: {constant: ALL}
              topic: {constant: A}
              observed_unit: {constant: C}
              evidence: {constant: E}
              outcome: {column: verdict, map: {"1": MET, "true": MET, bad: DEFICIENT}}
              cases_assessed: {column: cases}
              value: {column: number}
            ignore: [free]
            may_lack: [day, verdict, cases, number]
            """));

    @Test
    void fault18_aCutFileIsRefused() {
        for (int length : new int[] {4, 5, 11, 12, 100, GOOD.length / 2, GOOD.length - 4, GOOD.length - 1}) {
            assertEquals(
                    List.of(FileRule.PARQUET_CUT), rules(refused(Arrays.copyOf(GOOD, length))), "cut at " + length);
        }
        byte[] longer = Arrays.copyOf(GOOD, GOOD.length + 1);
        assertEquals(List.of(FileRule.PARQUET_CUT), rules(refused(longer)));
    }

    @Test
    void fault18_aFlippedBitInAPageIsFoundByItsChecksum() throws Exception {
        int found = 0;
        long end = footerStart(GOOD);
        for (int at = 100; at < end; at += 149) {
            byte[] flipped = GOOD.clone();
            flipped[at] ^= 8;
            try {
                // A bit of a page header that nothing rests on, as a page's least value, changes nothing.
                assertEquals(ROWS.size(), SourceReading.of(flipped).rows().size());
                assertEquals(
                        ROWS.stream().map(Arrays::asList).toList(),
                        SourceReading.of(flipped).rows());
            } catch (RefusedFileException e) {
                FileDefect defect = e.defects().get(0);
                found += defect.rule() == FileRule.PARQUET_CHECKSUM ? 1 : 0;
                assertTrue(
                        defect.rule().name().startsWith("PARQUET_"),
                        defect.rule().name());
            }
        }
        assertTrue(found > 10, found + " of " + end / 149);
    }

    @Test
    void fault18_garbageBetweenTheMagicsIsRefused() {
        byte[] garbage = new byte[4096];
        new java.util.Random(7).nextBytes(garbage);
        System.arraycopy(bytes("PAR1"), 0, garbage, 0, 4);
        System.arraycopy(bytes("PAR1"), 0, garbage, garbage.length - 4, 4);
        ByteBuffer.wrap(garbage).order(ByteOrder.LITTLE_ENDIAN).putInt(garbage.length - 8, 500);
        assertEquals(List.of(FileRule.PARQUET_DAMAGED), rules(refused(garbage)));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, -1, Integer.MIN_VALUE, 0, 1 << 24})
    void fault18_aFooterThatLiesAboutItsLengthIsRefused(int length) {
        byte[] lying = GOOD.clone();
        ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(lying.length - 8, length);
        assertEquals(List.of(FileRule.PARQUET_CUT), rules(refused(lying)));
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie(FileRule.PARQUET_DAMAGED, f -> f.getRow_groups().get(0).setNum_rows(-1)),
                lie(FileRule.PARQUET_LIMIT, f -> {
                    f.getRow_groups().get(0).setNum_rows(Long.MAX_VALUE / 2);
                    f.getRow_groups().get(0).getColumns().forEach(c -> c.getMeta_data()
                            .setNum_values(Long.MAX_VALUE / 2));
                }),
                lie(FileRule.PARQUET_DAMAGED, f -> f.getRow_groups().get(0).setNum_rows(Long.MAX_VALUE / 2)),
                lie(FileRule.PARQUET_DAMAGED, f -> chunk(f).setTotal_compressed_size(Long.MAX_VALUE)),
                lie(FileRule.PARQUET_DAMAGED, f -> chunk(f).setData_page_offset(Long.MAX_VALUE / 2)
                        .setDictionary_page_offset(0)),
                lie(FileRule.PARQUET_DAMAGED, f -> chunk(f).setData_page_offset(-5)
                        .setDictionary_page_offset(0)),
                lie(FileRule.PARQUET_DAMAGED, f -> chunk(f).setNum_values(1L << 40)),
                lie(
                        FileRule.PARQUET_DAMAGED,
                        f -> f.getRow_groups().get(0).getColumns().remove(3)),
                lie(FileRule.PARQUET_DAMAGED, f -> f.getSchema().get(0).setNum_children(1 << 30)),
                lie(FileRule.PARQUET_DAMAGED, f -> f.getSchema().get(3).setNum_children(1 << 30)),
                lie(
                        FileRule.PARQUET_DAMAGED,
                        f -> f.getRow_groups().get(0).getColumns().get(0).setFile_path(MARKER)),
                lie(FileRule.PARQUET_FEATURE, f -> chunk(f).setCodec(org.apache.parquet.format.CompressionCodec.LZO)));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void fault18_aFooterThatLiesAboutThePagesIsRefused(FileRule rule, Consumer<FileMetaData> lie) throws IOException {
        assertEquals(List.of(rule), rules(refused(withFooter(GOOD, lie))));
    }

    @Test
    void fault18_aFooterOfEndlessListsIsRefusedBeforeMemoryIsTaken() throws IOException {
        // A list of 2^31 - 1 structures as field 2, the schema.
        byte[] footer = {0x15, 2, 0x19, (byte) 0xfc, -1, -1, -1, -1, 7, 0, 0, 0, 0};
        assertEquals(List.of(FileRule.PARQUET_DAMAGED), rules(refused(parquetWith(footer))));
        // As many structures as there are bytes.
        byte[] many = new byte[4 << 20];
        many[0] = 0x15;
        many[1] = 2;
        many[2] = 0x19;
        many[3] = (byte) 0xfc;
        many[4] = -1;
        many[5] = -1;
        many[6] = -1;
        many[7] = 1;
        assertEquals(List.of(FileRule.PARQUET_DAMAGED), rules(refused(parquetWith(many))));
        // Structures in structures.
        byte[] deep = new byte[1 << 20];
        Arrays.fill(deep, (byte) 0x1c);
        assertEquals(List.of(FileRule.PARQUET_DAMAGED), rules(refused(parquetWith(deep))));
        byte[] large = new byte[ParquetFooter.MAX_LENGTH + 1];
        assertEquals(List.of(FileRule.PARQUET_LIMIT), rules(refused(parquetWith(large))));
    }

    @Test
    void fault18_aPageThatLiesAboutItselfIsRefused() throws Exception {
        byte[] plain = SourceForms.parquet(ROWS, CompressionCodecName.SNAPPY, WriterVersion.PARQUET_1_0, false);
        int damagedOrLimit = 0;
        // The first page's header begins at byte 4: type, unpacked size, packed size.
        for (int size : new int[] {Integer.MAX_VALUE, 1 << 30, ParquetPages.MAX_PAGE + 1, -1, 1 << 20}) {
            byte[] lying = withFirstPage(plain, header -> header.setUncompressed_page_size(size));
            FileRule rule = refused(lying).get(0).rule();
            damagedOrLimit += rule == FileRule.PARQUET_DAMAGED || rule == FileRule.PARQUET_LIMIT ? 1 : 0;
        }
        assertEquals(5, damagedOrLimit);
        MessageType schema = schema(text("id"));
        List<Group> equal = java.util.Collections.nCopies(100, group(schema));
        byte[] lying = withFirstPage(SourceForms.parquet(schema, equal), header -> header.getDictionary_page_header()
                .setNum_values(Integer.MAX_VALUE));
        assertEquals(
                100,
                SourceReading.of(SourceForms.parquet(schema, equal), LAYOUT)
                        .rows()
                        .size());
        assertEquals(FileRule.PARQUET_DAMAGED, refused(lying, LAYOUT).get(0).rule());
    }

    @Test
    void fault18_anEncryptedFileIsRefused() {
        byte[] encrypted = GOOD.clone();
        System.arraycopy(bytes("PARE"), 0, encrypted, 0, 4);
        assertEquals(List.of(FileRule.PARQUET_ENCRYPTED), rules(refused(encrypted)));
        byte[] footer = GOOD.clone();
        System.arraycopy(bytes("PARE"), 0, footer, footer.length - 4, 4);
        assertEquals(List.of(FileRule.PARQUET_ENCRYPTED), rules(refused(footer)));
    }

    @Test
    void fault18_anExtraColumnIsRefusedAndAMissingNamed() {
        MessageType schema = schema(text("id"), text(MARKER));
        List<FileDefect> defects = refused(SourceForms.parquet(schema, List.of(group(schema))), LAYOUT);
        assertEquals(List.of(FileRule.UNKNOWN_COLUMN), rules(defects));
        assertEquals(2, defects.get(0).column());
        assertFalse(defects.get(0).message().en().startsWith("Line"));
        MessageType without = schema(text("verdict"));
        assertEquals(
                List.of(FileRule.MISSING_COLUMN),
                rules(refused(SourceForms.parquet(without, List.of(group(without))), LAYOUT)));
        MessageType empty = schema(text("id"));
        assertEquals(List.of(FileRule.NO_ROWS), rules(refused(SourceForms.parquet(empty, List.of()), LAYOUT)));
    }

    static Stream<Arguments> refusedTypes() {
        LogicalTypeAnnotation timestamp = LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS);
        return Stream.of(
                Arguments.of("id", Types.optional(PrimitiveTypeName.INT32).named("id"), "INT32"),
                Arguments.of("id", Types.optional(PrimitiveTypeName.INT64).named("id"), "INT64"),
                Arguments.of("id", Types.optional(PrimitiveTypeName.DOUBLE).named("id"), "DOUBLE"),
                Arguments.of("id", Types.optional(PrimitiveTypeName.BOOLEAN).named("id"), "BOOLEAN"),
                Arguments.of(
                        "day",
                        Types.optional(PrimitiveTypeName.INT64).as(timestamp).named("day"),
                        "TIMESTAMP"),
                Arguments.of("day", Types.optional(PrimitiveTypeName.INT96).named("day"), "INT96"),
                Arguments.of("day", Types.optional(PrimitiveTypeName.INT32).named("day"), "INT32"),
                Arguments.of("id", date("id"), "DATE"),
                Arguments.of(
                        "cases",
                        Types.optional(PrimitiveTypeName.INT64).as(timestamp).named("cases"),
                        "TIMESTAMP"),
                Arguments.of(
                        "cases",
                        Types.optional(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
                                .length(4)
                                .named("cases"),
                        "FIXED_LEN_BYTE_ARRAY"),
                Arguments.of("cases", Types.repeated(PrimitiveTypeName.INT32).named("cases"), "LIST"),
                Arguments.of("free", Types.repeated(PrimitiveTypeName.INT32).named("free"), "LIST"),
                Arguments.of(
                        "cases", Types.optionalGroup().addField(text("inner")).named("cases"), "STRUCT"),
                Arguments.of(
                        "cases", Types.optionalList().element(text("element")).named("cases"), "LIST"),
                Arguments.of(
                        "cases",
                        Types.optionalMap()
                                .key(PrimitiveTypeName.INT32)
                                .value(text("value"))
                                .named("cases"),
                        "MAP"));
    }

    @ParameterizedTest
    @MethodSource("refusedTypes")
    void fault18_aWrongTypeIsRefusedByColumn(String column, Type type, String shown) {
        MessageType schema = column.equals("id") ? schema(type) : schema(text("id"), type);
        List<FileDefect> defects = refused(SourceForms.parquet(schema, List.of()), LAYOUT);
        assertEquals(List.of(FileRule.COLUMN_TYPE), rules(defects));
        assertEquals(column, defects.get(0).name());
        assertTrue(defects.get(0).message().en().contains("has the type " + shown));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                value(Types.optional(PrimitiveTypeName.INT32).named("cases"), g -> g.add("cases", -7), "-7"),
                value(
                        Types.optional(PrimitiveTypeName.INT64).named("cases"),
                        g -> g.add("cases", 1L << 40),
                        "1099511627776"),
                value(
                        Types.optional(PrimitiveTypeName.INT32)
                                .as(LogicalTypeAnnotation.intType(32, false))
                                .named("cases"),
                        g -> g.add("cases", -1),
                        "4294967295"),
                value(Types.optional(PrimitiveTypeName.DOUBLE).named("cases"), g -> g.add("cases", 26.0), "26"),
                value(Types.optional(PrimitiveTypeName.DOUBLE).named("cases"), g -> g.add("cases", 0.1), "0.1"),
                value(Types.optional(PrimitiveTypeName.DOUBLE).named("cases"), g -> g.add("cases", -0.0), "0"),
                value(
                        Types.optional(PrimitiveTypeName.DOUBLE).named("cases"),
                        g -> g.add("cases", 1e15),
                        "1000000000000000"),
                value(
                        Types.optional(PrimitiveTypeName.DOUBLE).named("cases"),
                        g -> g.add("cases", 1.0 / 3),
                        "0.333333333333333314829616256247390992939472198486328125"),
                value(Types.optional(PrimitiveTypeName.DOUBLE).named("cases"), g -> g.add("cases", Double.NaN), "NaN"),
                value(
                        Types.optional(PrimitiveTypeName.DOUBLE).named("cases"),
                        g -> g.add("cases", Double.POSITIVE_INFINITY),
                        "Infinity"),
                value(Types.optional(PrimitiveTypeName.FLOAT).named("cases"), g -> g.add("cases", 0.1f), "0.1"),
                value(
                        Types.optional(PrimitiveTypeName.INT32)
                                .as(LogicalTypeAnnotation.decimalType(2, 9))
                                .named("cases"),
                        g -> g.add("cases", 1250),
                        "12.50"),
                value(
                        Types.optional(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
                                .length(9)
                                .as(LogicalTypeAnnotation.decimalType(3, 20))
                                .named("cases"),
                        g -> g.add(
                                "cases",
                                Binary.fromConstantByteArray(Arrays.copyOfRange(
                                        ByteBuffer.allocate(16)
                                                .putLong(0)
                                                .putLong(new BigDecimal("12.500")
                                                        .unscaledValue()
                                                        .longValue())
                                                .array(),
                                        7,
                                        16))),
                        "12.500"),
                value(text("cases"), g -> g.add("cases", "å\uD83D\uDE00"), "å\uD83D\uDE00"),
                value(Types.optional(PrimitiveTypeName.BINARY).named("cases"), g -> g.add("cases", "7"), "7"),
                value(Types.required(PrimitiveTypeName.INT32).named("cases"), g -> g.add("cases", 7), "7"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void valuesBecomeTheTextsOfCsv(Type type, Consumer<Group> add, String expected) throws Exception {
        MessageType schema = schema(text("id"), type);
        Group group = group(schema);
        add.accept(group);
        SourceReading reading = SourceReading.of(SourceForms.parquet(schema, List.of(group)), LAYOUT);
        assertEquals(expected, reading.rows().get(0).get(FindingColumns.indexOf("cases_assessed")));
    }

    @Test
    void mappedColumnsMayHaveTheTypeOfTheSource() throws Exception {
        MessageType schema = schema(
                text("id"),
                date("day"),
                Types.optional(PrimitiveTypeName.BOOLEAN).named("verdict"),
                date("free"));
        Group group = group(schema);
        group.add("day", 18_262);
        group.add("verdict", true);
        SourceReading reading = SourceReading.of(SourceForms.parquet(schema, List.of(group)), LAYOUT);
        assertEquals("2020-01-01", reading.rows().get(0).get(FindingColumns.indexOf("inspected_on")));
        assertEquals("MET", reading.rows().get(0).get(FindingColumns.indexOf("outcome")));
        assertEquals(List.of("cases", "number"), reading.summary().lacking());
    }

    @Test
    void fault5_bytesThatAreNoTextAreRefusedByRow() {
        MessageType schema = schema(Types.required(PrimitiveTypeName.BINARY).named("id"));
        Group good = new SimpleGroup(schema);
        good.add("id", "F-1");
        Group bad = new SimpleGroup(schema);
        bad.add("id", Binary.fromConstantByteArray(new byte[] {'S', (byte) 0xe5, 'x'}));
        FileDefect defect =
                refused(SourceForms.parquet(schema, List.of(good, bad)), LAYOUT).get(0);
        assertEquals(FileRule.ENCODING, defect.rule());
        assertEquals(2, defect.line());
        Group control = new SimpleGroup(schema);
        control.add("id", "\0" + MARKER);
        List<FileDefect> defects = refused(SourceForms.parquet(schema, List.of(good, control)), LAYOUT);
        assertEquals(List.of(FileRule.CHARACTER), rules(defects));
        assertEquals(2, defects.get(0).line());
    }

    @Test
    void fault18_otherEncodingsAreRefusedByName() {
        byte[] second = SourceForms.parquet(ROWS, CompressionCodecName.SNAPPY, WriterVersion.PARQUET_2_0, true);
        FileDefect defect = refused(second).get(0);
        assertEquals(FileRule.PARQUET_FEATURE, defect.rule());
        assertTrue(defect.detail().startsWith("DELTA_"), defect.detail());
    }

    @Test
    void aPackedFileIsReadInMemoryUpToALimit() throws Exception {
        assertEquals(200, SourceReading.of(SourceForms.gzip(GOOD)).rows().size());
        byte[] large = Arrays.copyOf(bytes("PAR1"), ParquetBytes.MAX_IN_MEMORY + 1);
        for (int i = 4; i < large.length; i++) {
            large[i] = (byte) (i * 31 ^ i >> 7);
        }
        assertEquals(List.of(FileRule.PARQUET_PACKED), rules(refused(SourceForms.gzip(large))));
    }

    private static Arguments lie(FileRule rule, Consumer<FileMetaData> lie) {
        return Arguments.of(rule, lie);
    }

    private static Arguments value(Type type, Consumer<Group> add, String expected) {
        return Arguments.of(type, add, expected);
    }

    private static org.apache.parquet.format.ColumnMetaData chunk(FileMetaData footer) {
        return footer.getRow_groups().get(0).getColumns().get(0).getMeta_data();
    }

    private static Type text(String name) {
        return Types.optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(name);
    }

    private static Type date(String name) {
        return Types.optional(PrimitiveTypeName.INT32)
                .as(LogicalTypeAnnotation.dateType())
                .named(name);
    }

    private static MessageType schema(Type... fields) {
        return new MessageType("m", fields);
    }

    private static Group group(MessageType schema) {
        Group group = new SimpleGroup(schema);
        if (schema.containsField("id")) {
            group.add("id", "F-1");
        }
        return group;
    }

    private static int footerStart(byte[] file) {
        ByteBuffer tail = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        return file.length - 8 - tail.getInt(file.length - 8);
    }

    private static byte[] withFooter(byte[] file, Consumer<FileMetaData> change) throws IOException {
        int start = footerStart(file);
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(file, start, file.length - 8 - start));
        change.accept(footer);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, out);
        return withFooter(Arrays.copyOf(file, start), out.toByteArray());
    }

    private static byte[] withFooter(byte[] pages, byte[] footer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(pages);
        out.write(footer);
        out.write(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer.length)
                .array());
        out.write(bytes("PAR1"));
        return out.toByteArray();
    }

    private static byte[] parquetWith(byte[] footer) throws IOException {
        return withFooter(bytes("PAR1"), footer);
    }

    /** The file with another header of its first page; what comes after moves, so that only that page is whole. */
    private static byte[] withFirstPage(byte[] file, Consumer<org.apache.parquet.format.PageHeader> change)
            throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(file, 4, file.length - 4);
        org.apache.parquet.format.PageHeader header = Util.readPageHeader(in);
        change.accept(header);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes("PAR1"));
        Util.writePageHeader(header, out);
        out.write(in.readAllBytes());
        return out.toByteArray();
    }
}
