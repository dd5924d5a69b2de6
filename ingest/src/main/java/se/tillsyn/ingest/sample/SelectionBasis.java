package se.tillsyn.ingest.sample;

import java.util.ArrayList;
import java.util.List;

/** How an operation comes to be visited. The names are the codes. */
enum SelectionBasis {
    /** All boards of a county in one year. */
    CENSUS(1),
    /** A rotation in which every operation of a kind comes up equally often, whatever its risk. */
    THEMATIC_SAMPLE(2),
    /** Nine in ten at operations at risk. */
    RISK_BASED(3),
    /** Twice as often at operations at risk. */
    COMPLAINT(4),
    /** What an earlier visit demanded is looked at again. */
    FOLLOW_UP(5);

    private final int key;

    SelectionBasis(int key) {
        this.key = key;
    }

    /** Part of a visit's random key; never changes. */
    int key() {
        return key;
    }

    static List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (SelectionBasis basis : values()) {
            codes.add(basis.name());
        }
        return codes;
    }
}
