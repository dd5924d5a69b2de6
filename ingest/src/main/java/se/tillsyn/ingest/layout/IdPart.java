package se.tillsyn.ingest.layout;

import java.io.Serializable;

/** One part of a joined key. */
public sealed interface IdPart extends Serializable {

    /** The same text in every row. */
    record Text(String text) implements IdPart {}

    /** What the source says. */
    record FromSource(Cell cell) implements IdPart {}

    /** What another column of the contract became, its code where it is mapped. */
    record FromTarget(String target) implements IdPart {}
}
