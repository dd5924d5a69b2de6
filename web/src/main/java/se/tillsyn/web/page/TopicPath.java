package se.tillsyn.web.page;

import se.tillsyn.web.release.TableKind;
import se.tillsyn.web.release.Topic;

/** Which page shows a topic's figures. */
public final class TopicPath {

    private static final String TOPIC = "topic";

    private TopicPath() {}

    /** Address of the page of waits for a topic whose waits are published, of the topic's own page for any other. */
    public static String of(Shown shown, Topic topic) {
        boolean waits = topic.isWait()
                && !shown.release()
                        .table(TableKind.WAITS, shown.release().nation().level())
                        .under(topic.code())
                        .isEmpty();
        return waits
                ? shown.paths()
                        .waitsAddress("")
                        .with(TOPIC, topic.code(), firstWait(shown))
                        .text()
                : shown.paths().topic(topic.code());
    }

    /** The topic that the page of waits shows without being asked for one. */
    private static String firstWait(Shown shown) {
        return shown.release().codes().topics().all().stream()
                .filter(Topic::isWait)
                .findFirst()
                .map(Topic::code)
                .orElse("");
    }
}
