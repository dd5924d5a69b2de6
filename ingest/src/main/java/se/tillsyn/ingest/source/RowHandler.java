package se.tillsyn.ingest.source;

import java.io.IOException;

/** Takes the rows of a source in file order. */
@FunctionalInterface
public interface RowHandler {

    /** @param row filled anew for every call; keep nothing of it */
    void row(Row row) throws IOException;
}
