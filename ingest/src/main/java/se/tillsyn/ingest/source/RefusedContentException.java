package se.tillsyn.ingest.source;

import java.io.IOException;

/** What a stream throws when its content is the reason to refuse the file; never holds anything of that content. */
final class RefusedContentException extends IOException {

    private static final long serialVersionUID = 1L;

    private final FileDefect defect;

    RefusedContentException(FileDefect defect) {
        super(defect.message().en());
        this.defect = defect;
    }

    FileDefect defect() {
        return defect;
    }
}
