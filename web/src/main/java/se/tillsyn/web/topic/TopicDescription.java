package se.tillsyn.web.topic;

import java.util.stream.Collectors;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.CodeList;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Topic;

/** Puts what the profile says of a topic into words. */
final class TopicDescription {

    private final PublishedRelease release;
    private final Texts texts;

    TopicDescription(PublishedRelease release, Texts texts) {
        this.release = release;
        this.texts = texts;
    }

    TopicPage.About of(Topic topic, String methodHref) {
        return new TopicPage.About(
                topic.code(),
                texts.of(topic.name()),
                name(release.codes().topicGroups(), topic.group()),
                texts.of(topic.definition()),
                name(release.codes().observedUnits(), topic.observedUnit()),
                name(release.codes().evidence(), topic.evidence()),
                topic.law(),
                topic.law().isEmpty() ? "" : lawNote(topic),
                texts.ofOr("polarity." + topic.polarity(), ""),
                topic.breaks().stream().map(day -> texts.of("topic.break", day)).collect(Collectors.joining(" ")),
                release.manifest().notes().stream().map(texts::of).toList(),
                methodHref);
    }

    private String lawNote(Topic topic) {
        String status = texts.ofOr("law." + topic.lawStatus(), "");
        return topic.lawUntil().isEmpty() ? status : (status + " " + texts.of("law.until", topic.lawUntil())).strip();
    }

    private String name(CodeList<Code.Named> list, String code) {
        return list.find(code).map(entry -> texts.of(entry.name())).orElse(code);
    }
}
