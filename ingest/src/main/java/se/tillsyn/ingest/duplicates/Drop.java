package se.tillsyn.ingest.duplicates;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import se.tillsyn.ingest.validation.Rule;

/**
 * A valid finding of this run that is not loaded.
 *
 * @param ordinal its place among the findings given by its source file, from 1
 * @param rule why
 * @param other the finding that it repeats or contradicts
 */
public record Drop(long ordinal, Rule rule, Place other) {

    void write(DataOutputStream out) throws IOException {
        out.writeLong(ordinal);
        out.writeUTF(rule.name());
        other.write(out);
    }

    static Drop read(DataInputStream in) throws IOException {
        return new Drop(in.readLong(), Rule.valueOf(in.readUTF()), Place.read(in));
    }
}
