package se.tillsyn.ingest.table;

import java.io.Closeable;
import java.io.IOException;

/**
 * Writes rows in the order given to one file. The file is whole only after {@link #close()}.
 *
 * @param <R> row type
 */
public interface TableWriter<R> extends Closeable {

    void write(R row) throws IOException;
}
