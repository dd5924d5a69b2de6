package se.tillsyn.ingest.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * The values of one Parquet column as the texts that a CSV file would have, so that the same rules judge them. A number is
 * written out exactly, without exponent; a binary fraction as the decimal of up to 15 digits that it stands for, or with all
 * the digits that it has, which no rule lets through.
 */
final class ParquetTexts {

    private static final int MAX_DECIMAL_DIGITS = 38;
    private static final int MAX_DECIMAL_BYTES = 16;

    /** Digits that any decimal keeps on its way through a double. */
    private static final MathContext EXACT = new MathContext(15, RoundingMode.HALF_EVEN);

    private final PrimitiveTypeName physical;
    private final @Nullable LogicalTypeAnnotation logical;
    private final CharsetDecoder decoder = StrictUtf8.decoder();
    private char[] text = new char[64];
    private int length;

    ParquetTexts(PrimitiveType type) {
        physical = type.getPrimitiveTypeName();
        logical = type.getLogicalTypeAnnotation();
    }

    /** What the type is called when a column of this kind cannot have it; empty when it can. */
    static String refusedType(PrimitiveType type, ExpectedValues.Kind kind) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        PrimitiveTypeName physical = type.getPrimitiveTypeName();
        boolean accepted;
        if (logical == null) {
            accepted = switch (physical) {
                case BINARY -> true;
                case BOOLEAN, INT32, INT64, FLOAT, DOUBLE -> kind == ExpectedValues.Kind.ANY;
                case INT96, FIXED_LEN_BYTE_ARRAY -> false;
            };
        } else if (logical instanceof StringLogicalTypeAnnotation || logical instanceof EnumLogicalTypeAnnotation) {
            accepted = physical == PrimitiveTypeName.BINARY;
        } else if (logical instanceof DateLogicalTypeAnnotation) {
            accepted = kind != ExpectedValues.Kind.TEXT;
        } else if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            accepted = kind == ExpectedValues.Kind.ANY
                    && decimal.getPrecision() <= MAX_DECIMAL_DIGITS
                    && decimal.getScale() >= 0
                    && decimal.getScale() <= decimal.getPrecision();
        } else {
            accepted = logical instanceof IntLogicalTypeAnnotation && kind == ExpectedValues.Kind.ANY;
        }
        return accepted ? "" : logical == null ? physical.name() : String.valueOf(logical);
    }

    char[] text() {
        return text;
    }

    int length() {
        return length;
    }

    /**
     * Takes the current value.
     *
     * @throws CharacterCodingException when it should be UTF-8 and is not
     */
    void take(ColumnReader column) throws CharacterCodingException {
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            put(new BigDecimal(unscaled(column), decimal.getScale()).toPlainString());
            return;
        }
        switch (physical) {
            case BINARY -> decode(column.getBinary());
            case BOOLEAN -> put(column.getBoolean() ? "true" : "false");
            case INT32 -> putInt(column.getInteger());
            case INT64 -> {
                long value = column.getLong();
                put(isUnsigned() ? Long.toUnsignedString(value) : Long.toString(value));
            }
            case FLOAT -> {
                float value = column.getFloat();
                put(Float.isFinite(value) ? plain(new BigDecimal(Float.toString(value))) : Float.toString(value));
            }
            case DOUBLE -> putDouble(column.getDouble());
            case INT96, FIXED_LEN_BYTE_ARRAY -> throw new AssertionError(physical);
        }
    }

    private void putInt(int value) {
        if (logical instanceof DateLogicalTypeAnnotation) {
            put(day(value));
        } else {
            put(isUnsigned() ? Integer.toUnsignedString(value) : Integer.toString(value));
        }
    }

    private static String day(int value) {
        try {
            return LocalDate.ofEpochDay(value).toString();
        } catch (DateTimeException e) {
            throw new AssertionError("every int is a day", e);
        }
    }

    private void putDouble(double value) {
        if (!Double.isFinite(value)) {
            put(Double.toString(value));
            return;
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal rounded = exact.round(EXACT);
        put(plain(rounded.doubleValue() == value ? rounded : exact));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private boolean isUnsigned() {
        return logical instanceof IntLogicalTypeAnnotation whole && !whole.isSigned();
    }

    private BigInteger unscaled(ColumnReader column) {
        return switch (physical) {
            case INT32 -> BigInteger.valueOf(column.getInteger());
            case INT64 -> BigInteger.valueOf(column.getLong());
            default -> {
                Binary value = column.getBinary();
                if (value.length() == 0 || value.length() > MAX_DECIMAL_BYTES) {
                    throw new IllegalArgumentException("decimal value of an impossible length");
                }
                yield new BigInteger(value.getBytes());
            }
        };
    }

    private void put(String value) {
        length = value.length();
        reserve(length);
        value.getChars(0, length, text, 0);
    }

    private void decode(Binary value) throws CharacterCodingException {
        ByteBuffer bytes = value.toByteBuffer();
        int n = bytes.remaining();
        reserve(n);
        int start = bytes.position();
        for (int i = 0; i < n; i++) {
            byte b = bytes.get(start + i);
            if (b < 0) {
                decodeOther(bytes, n);
                return;
            }
            text[i] = (char) b;
        }
        length = n;
    }

    private void decodeOther(ByteBuffer bytes, int n) throws CharacterCodingException {
        CharBuffer chars = CharBuffer.wrap(text, 0, n);
        CoderResult result = decoder.reset().decode(bytes, chars, true);
        if (result.isError()) {
            result.throwException();
        }
        length = chars.position();
    }

    private void reserve(int n) {
        if (n > text.length) {
            text = new char[Math.max(n, text.length * 2)];
        }
    }
}
