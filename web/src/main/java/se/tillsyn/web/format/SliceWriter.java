package se.tillsyn.web.format;

import java.io.IOException;
import java.io.OutputStream;
import se.tillsyn.web.dataset.Slice;

/** Writes a slice in one format. */
interface SliceWriter {

    /** Writes the whole file; closing the stream is the caller's. */
    void write(Slice slice, FormatOptions options, OutputStream out) throws IOException;
}
