package se.tillsyn.web.release;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;

/** What the Parquet library asks for when columns are read as they are, without records. */
final class NoConversion extends GroupConverter {

    @Override
    public Converter getConverter(int field) {
        return new PrimitiveConverter() {};
    }

    @Override
    public void start() {
        // There are no records.
    }

    @Override
    public void end() {
        // There are no records.
    }
}
