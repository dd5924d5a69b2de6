package se.tillsyn.ingest.duplicates;

/** 64-bit hash of a finding's key. Equal keys have equal hashes; equal hashes only make a candidate. */
public final class KeyHash {

    private KeyHash() {}

    public static long of(String findingId, int revision) {
        long h = 0xcbf29ce484222325L ^ (revision * 0x9e3779b97f4a7c15L);
        for (int i = 0; i < findingId.length(); i++) {
            h = (h ^ findingId.charAt(i)) * 0x100000001b3L;
        }
        h ^= h >>> 33;
        h *= 0xff51afd7ed558ccdL;
        h ^= h >>> 33;
        h *= 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
