package se.tillsyn.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static se.tillsyn.ingest.source.SourceForms.gzip;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.tillsyn.ingest.ContractRows;
import se.tillsyn.ingest.layout.Layout;

/**
 * Good files of every format, changed at random: whatever comes of it, the reading ends in rows or in a refusal, and no
 * refusal says a word of the content. The seed is fixed and printed with a failure.
 */
class FormatFuzzTest {

    private static final int MUTANTS = Integer.getInteger("fuzz.mutants", 400);
    private static final long SEED = Long.getLong("fuzz.seed", 20261122);

    @TempDir
    Path folder = Path.of(".");

    static Stream<Arguments> goodFiles() {
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String marked = SourceReading.MARKER + i;
            rows.add(ContractRows.texts("F-" + i, "inspection_id", marked, "unit_id", marked, "value", i + ".5"));
        }
        byte[] csv = SourceForms.csv(rows);
        byte[] bare = SourceForms.parquet(rows, CompressionCodecName.UNCOMPRESSED, WriterVersion.PARQUET_1_0, false);
        return Stream.of(
                Arguments.of("csv", csv),
                Arguments.of("csv.gz", gzip(csv)),
                Arguments.of("ndjson", SourceForms.ndjson(rows)),
                Arguments.of("json", SourceForms.array(rows)),
                Arguments.of("parquet", SourceForms.parquet(rows)),
                Arguments.of("parquet without checksums", bare),
                Arguments.of(
                        "parquet by snappy without checksums",
                        SourceForms.parquet(rows, CompressionCodecName.SNAPPY, WriterVersion.PARQUET_1_0, false)),
                Arguments.of("parquet.gz", gzip(bare)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodFiles")
    void everyMutantGivesRowsOrASilentRefusal(String name, byte[] good) throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        Path file = folder.resolve("mutant");
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutate(good, random);
            Files.write(file, mutant);
            try {
                SourceReading.of(file, Layout.contract());
            } catch (RefusedFileException e) {
                refused++;
                SourceReading.assertSilent(e);
            } catch (Throwable e) {
                fail(name + ", mutant " + i + ", seed " + SEED, e);
            }
        }
        assertTrue(refused > MUTANTS / 4, refused + " refused");
        Files.write(file, good);
        assertEquals(30, SourceReading.of(file, Layout.contract()).rows().size());
    }

    private static byte[] mutate(byte[] good, SplittableRandom random) {
        byte[] bytes = good;
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            bytes = change(bytes, random);
        }
        return bytes;
    }

    private static byte[] change(byte[] bytes, SplittableRandom random) {
        if (bytes.length < 2) {
            return bytes;
        }
        // The ends hold magic numbers and footers, and are as dangerous as all the rest together.
        int at = random.nextInt(3) == 0
                ? Math.max(0, bytes.length - 1 - random.nextInt(Math.min(bytes.length, 4000)))
                : random.nextInt(bytes.length);
        int length = Math.min(1 + random.nextInt(random.nextInt(4) == 0 ? 200 : 4), bytes.length - at);
        switch (random.nextInt(6)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                return flipped;
            }
            case 1 -> {
                byte[] overwritten = bytes.clone();
                byte[] words = {0, -1, 127, -128, '"', ',', '{', '\n', 15, (byte) 0xc3};
                overwritten[at] = words[random.nextInt(words.length)];
                return overwritten;
            }
            case 2 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 3 -> {
                return joined(bytes, at, new byte[0], at + length);
            }
            case 4 -> {
                return joined(bytes, at, Arrays.copyOfRange(bytes, at, at + length), at);
            }
            default -> {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                return joined(bytes, at, noise, at + random.nextInt(length + 1));
            }
        }
    }

    private static byte[] joined(byte[] bytes, int until, byte[] between, int from) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, until);
        out.write(between, 0, between.length);
        out.write(bytes, from, bytes.length - from);
        return out.toByteArray();
    }
}
