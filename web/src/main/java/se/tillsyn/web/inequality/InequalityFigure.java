package se.tillsyn.web.inequality;

import java.util.Map;
import se.tillsyn.web.file.ViewFiles;
import se.tillsyn.web.http.BadRequestException;

/** The figures of a topic's page that can be taken along. */
enum InequalityFigure {
    REGIONS("regions"),
    GROUPS("groups"),
    OFFICES("offices");

    private final String code;

    InequalityFigure(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** @throws BadRequestException for a figure that no page has */
    static InequalityFigure asked(Map<String, String> asked) {
        String code = asked.getOrDefault(ViewFiles.FIGURE, REGIONS.code);
        for (InequalityFigure figure : values()) {
            if (figure.code.equals(code)) {
                return figure;
            }
        }
        throw BadRequestException.malformed(ViewFiles.FIGURE);
    }
}
