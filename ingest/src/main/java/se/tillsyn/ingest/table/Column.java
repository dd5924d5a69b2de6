package se.tillsyn.ingest.table;

import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One named column and how its value is read off a row. Sealed over the value types that every format of ours can
 * carry; writers switch over them.
 *
 * @param <R> row type
 */
public sealed interface Column<R> {

    /**
     * Reads an optional value off a row.
     *
     * @param <R> row type
     * @param <T> value type
     */
    @FunctionalInterface
    interface Reading<R, T> {
        @Nullable
        T of(R row);
    }

    /** Column name in every format: lower case, words joined by {@code _}. */
    String name();

    /** Whether a row may lack the value. */
    boolean optional();

    /** Text without line breaks. */
    record Text<R>(String name, boolean optional, Reading<R, String> value) implements Column<R> {}

    /** Whole number, 32 bits. */
    record Whole<R>(String name, ToIntFunction<R> value) implements Column<R> {
        @Override
        public boolean optional() {
            return false;
        }
    }

    /** Whole number, 32 bits, or nothing. */
    record OptionalWhole<R>(String name, Reading<R, Integer> value) implements Column<R> {
        @Override
        public boolean optional() {
            return true;
        }
    }

    /** Finite number, 64 bits. */
    record Real<R>(String name, ToDoubleFunction<R> value) implements Column<R> {
        @Override
        public boolean optional() {
            return false;
        }
    }

    /** Finite number, 64 bits, or nothing. */
    record OptionalReal<R>(String name, Reading<R, Double> value) implements Column<R> {
        @Override
        public boolean optional() {
            return true;
        }
    }

    /** Calendar day. */
    record Day<R>(String name, boolean optional, Reading<R, LocalDate> value) implements Column<R> {}

    /** True or false. */
    record Flag<R>(String name, Predicate<R> value) implements Column<R> {
        @Override
        public boolean optional() {
            return false;
        }
    }

    /** True, false or nothing. */
    record OptionalFlag<R>(String name, Reading<R, Boolean> value) implements Column<R> {
        @Override
        public boolean optional() {
            return true;
        }
    }

    static <R> Column<R> text(String name, Function<R, String> value) {
        return new Text<>(name, false, row -> value.apply(row));
    }

    static <R> Column<R> optionalText(String name, Reading<R, String> value) {
        return new Text<>(name, true, value);
    }

    static <R> Column<R> whole(String name, ToIntFunction<R> value) {
        return new Whole<>(name, value);
    }

    static <R> Column<R> optionalWhole(String name, Reading<R, Integer> value) {
        return new OptionalWhole<>(name, value);
    }

    static <R> Column<R> real(String name, ToDoubleFunction<R> value) {
        return new Real<>(name, value);
    }

    static <R> Column<R> optionalReal(String name, Reading<R, Double> value) {
        return new OptionalReal<>(name, value);
    }

    static <R> Column<R> day(String name, Function<R, LocalDate> value) {
        return new Day<>(name, false, row -> value.apply(row));
    }

    static <R> Column<R> optionalDay(String name, Reading<R, LocalDate> value) {
        return new Day<>(name, true, value);
    }

    static <R> Column<R> flag(String name, Predicate<R> value) {
        return new Flag<>(name, value);
    }

    static <R> Column<R> optionalFlag(String name, Reading<R, Boolean> value) {
        return new OptionalFlag<>(name, value);
    }
}
