package se.tillsyn.ingest.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what the library's encoder wrote. */
class PackedNumbersTest {

    private static final int BEFORE = 3;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 13, 16, 17, 24, 25, 31, 32})
    void readsRunsAndGroupsOfEveryWidth(int bitWidth) throws IOException {
        SplittableRandom random = new SplittableRandom(bitWidth);
        for (int size : new int[] {1, 7, 8, 9, 63, 504, 505, 20_000}) {
            int[] numbers = drawn(random, size, bitWidth);
            byte[] page = page(encoded(numbers, bitWidth));

            int[] read = new int[size + 2 * BEFORE];
            Arrays.fill(read, -7);
            int[] expected = read.clone();
            System.arraycopy(numbers, 0, expected, BEFORE, size);
            PackedNumbers.read(
                    page, BEFORE, page.length - PackedNumbers.PADDING, bitWidth, read, BEFORE, BEFORE + size);

            assertArrayEquals(expected, read);
        }
    }

    @Test
    void refusesAPageThatEndsTooEarly() throws IOException {
        // No runs, and full groups only, so that the last byte is needed.
        byte[] page = page(encoded(IntStream.range(0, 1000).toArray(), 11));
        int[] read = new int[1000];
        for (int end : new int[] {BEFORE, BEFORE + 1, page.length / 2, page.length - PackedNumbers.PADDING - 1}) {
            IOException refused =
                    assertThrows(IOException.class, () -> PackedNumbers.read(page, BEFORE, end, 11, read, 0, 1000));
            assertEquals("a page ends before its numbers", refused.getMessage());
        }
    }

    @Test
    void refusesARunOfNothing() {
        byte[] page = new byte[PackedNumbers.PADDING + 4];
        IOException refused =
                assertThrows(IOException.class, () -> PackedNumbers.read(page, 0, 4, 8, new int[3], 0, 3));
        assertEquals("a page has a run of no numbers", refused.getMessage());
    }

    /** Stretches of one number, which become runs, between stretches of any. */
    private static int[] drawn(SplittableRandom random, int size, int bitWidth) {
        int[] numbers = new int[size];
        int at = 0;
        while (at < size) {
            boolean same = random.nextBoolean();
            int number = random.nextInt() >>> (Integer.SIZE - bitWidth);
            for (int i = random.nextInt(1, 60); i > 0 && at < size; i--) {
                numbers[at++] = same ? number : random.nextInt() >>> (Integer.SIZE - bitWidth);
            }
        }
        return numbers;
    }

    private static byte[] encoded(int[] numbers, int bitWidth) throws IOException {
        try (RunLengthBitPackingHybridEncoder encoder = new RunLengthBitPackingHybridEncoder(
                bitWidth, 1 << 10, 1 << 20, HeapByteBufferAllocator.getInstance())) {
            for (int number : numbers) {
                encoder.writeInt(number);
            }
            return encoder.toBytes().toInputStream().readAllBytes();
        }
    }

    /** Other bytes before, and what may be read but not used behind. */
    private static byte[] page(byte[] encoded) {
        byte[] page = new byte[BEFORE + encoded.length + PackedNumbers.PADDING];
        Arrays.fill(page, (byte) -1);
        System.arraycopy(encoded, 0, page, BEFORE, encoded.length);
        return page;
    }
}
