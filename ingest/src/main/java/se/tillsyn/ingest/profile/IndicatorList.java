package se.tillsyn.ingest.profile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.tillsyn.ingest.profile.Indicator.Kind;

/** The indicators of a profile, by id. Every topic has exactly one, which bears its code. */
final class IndicatorList {

    private final TreeMap<String, Indicator> indicators = new TreeMap<>();

    /**
     * @param read indicators, those of general kinds still without topics
     * @param topics the profile's topics
     * @throws ProfileException when an id stands twice or a topic has no indicator
     */
    IndicatorList(Collection<Indicator> read, CodeList topics) {
        for (Indicator indicator : read) {
            if (indicators.put(indicator.id(), indicator) != null) {
                throw new ProfileException(
                        "profile.yaml, key indicators: expected each id once, found " + indicator.id() + " twice");
            }
        }
        for (Code topic : topics.codes()) {
            if (!indicators.containsKey(topic.code())) {
                throw new ProfileException(
                        "profile.yaml, key indicators: expected an indicator for each topic, found none" + " for "
                                + topic.code());
            }
        }
        List<String> rateTopics = indicators.values().stream()
                .filter(indicator -> indicator.kind() == Kind.RATE)
                .map(Indicator::id)
                .toList();
        for (Map.Entry<String, Indicator> entry : indicators.entrySet()) {
            if (!entry.getValue().kind().ofOneTopic()) {
                entry.setValue(entry.getValue().ofTopics(rateTopics));
            }
        }
    }

    /** In the order of their ids. */
    List<Indicator> all() {
        return List.copyOf(indicators.values());
    }

    /** @throws ProfileException when there is no such topic */
    Indicator ofTopic(String topic) {
        Indicator found = indicators.get(topic);
        if (found == null || !found.kind().ofOneTopic()) {
            throw new ProfileException("indicators: expected a topic, found none with the code " + topic);
        }
        return found;
    }
}
