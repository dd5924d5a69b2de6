package se.tillsyn.ingest.layout;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A way of writing a value that is not the contract's. */
public sealed interface SourceForm extends Serializable permits DateForm, DecimalSign {

    /**
     * The contract's way of writing what the source means; {@code null} when the text is not in this form. A text that
     * is in the contract's form already but not in this one is {@code null} too: a file keeps to one form.
     *
     * @param text not empty
     */
    @Nullable
    String contractText(String text);
}
