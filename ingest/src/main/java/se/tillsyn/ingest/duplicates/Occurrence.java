package se.tillsyn.ingest.duplicates;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import se.tillsyn.ingest.finding.Finding;

/**
 * A finding whose key may stand twice.
 *
 * @param key digest of its id and revision
 * @param content digest of all its columns
 * @param place where it stands
 * @param ordinal its place among the findings given by its source file, from 1; 0 for an earlier batch
 */
record Occurrence(Digest key, Digest content, Place place, long ordinal) {

    static Occurrence of(Finding finding, Place place, long ordinal) {
        return new Occurrence(Digest.ofKey(finding), Digest.ofContent(finding), place, ordinal);
    }

    void write(DataOutputStream out) throws IOException {
        write(key, out);
        write(content, out);
        place.write(out);
        out.writeLong(ordinal);
    }

    static Occurrence read(DataInputStream in) throws IOException {
        return new Occurrence(readDigest(in), readDigest(in), Place.read(in), in.readLong());
    }

    private static void write(Digest digest, DataOutputStream out) throws IOException {
        out.writeLong(digest.high());
        out.writeLong(digest.low());
    }

    private static Digest readDigest(DataInputStream in) throws IOException {
        return new Digest(in.readLong(), in.readLong());
    }
}
