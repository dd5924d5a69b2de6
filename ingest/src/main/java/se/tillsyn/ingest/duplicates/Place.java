package se.tillsyn.ingest.duplicates;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Where a finding stands.
 *
 * @param batch index of the earlier batch that holds it; {@link #THIS_RUN} = none, it came in this run
 * @param input number of its source file in that batch, or of its task in this run
 * @param line its line in the source file; 0 for an earlier batch
 */
public record Place(int batch, int input, long line) {

    public static final int THIS_RUN = -1;

    void write(DataOutputStream out) throws IOException {
        out.writeInt(batch);
        out.writeInt(input);
        out.writeLong(line);
    }

    static Place read(DataInputStream in) throws IOException {
        return new Place(in.readInt(), in.readInt(), in.readLong());
    }
}
