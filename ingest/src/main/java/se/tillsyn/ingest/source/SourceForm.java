package se.tillsyn.ingest.source;

import java.io.Serializable;
import se.tillsyn.ingest.profile.LocalText;

/**
 * The form that a file's content shows.
 *
 * @param format what it is read as, once unpacked
 * @param gzip whether it is packed by gzip
 */
public record SourceForm(SourceFormat format, boolean gzip) implements Serializable {

    /** The form in words. */
    public LocalText text() {
        String packed = gzip ? ", gzip" : "";
        return new LocalText(format.text().sv() + packed, format.text().en() + packed);
    }
}
