package se.tillsyn.ingest.layout;

import java.io.Serializable;

/** Where in the source a text is read. */
public sealed interface Cell extends Serializable {

    /** The field in a column of this name. */
    record InColumn(String column) implements Cell {}

    /** The field in the wide column that the finding is about. */
    record WideField() implements Cell {}

    /** The code that the layout gives the wide column that the finding is about. */
    record WideCode() implements Cell {}
}
