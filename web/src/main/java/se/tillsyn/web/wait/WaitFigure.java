package se.tillsyn.web.wait;

import java.util.Map;
import se.tillsyn.web.file.ViewFiles;
import se.tillsyn.web.http.BadRequestException;

/** The figures of the page that can be taken along. */
enum WaitFigure {
    REGIONS("regions"),
    YEARS("years");

    private final String code;

    WaitFigure(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** @throws BadRequestException for a figure that no page has */
    static WaitFigure asked(Map<String, String> asked) {
        String code = asked.getOrDefault(ViewFiles.FIGURE, REGIONS.code);
        for (WaitFigure figure : values()) {
            if (figure.code.equals(code)) {
                return figure;
            }
        }
        throw BadRequestException.malformed(ViewFiles.FIGURE);
    }
}
