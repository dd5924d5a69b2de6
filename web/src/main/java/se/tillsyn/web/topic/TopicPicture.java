package se.tillsyn.web.topic;

import java.util.Map;
import se.tillsyn.web.http.BadRequestException;

/** The figures of a topic page that can be taken along. */
enum TopicPicture {
    TREND("trend"),
    MAP("map"),
    TILES("tiles"),
    REGIONS("regions"),
    FUNNEL("funnel");

    static final String PARAMETER = "figure";

    private final String code;

    TopicPicture(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static TopicPicture of(Map<String, String> asked) {
        String code = asked.getOrDefault(PARAMETER, TREND.code);
        for (TopicPicture picture : values()) {
            if (picture.code.equals(code)) {
                return picture;
            }
        }
        throw BadRequestException.malformed(PARAMETER);
    }
}
