package se.tillsyn.ingest.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.tillsyn.ingest.profile.Profile;

/**
 * Everything that is fixed before the first finding is drawn.
 *
 * @param entries all topics of the profile
 * @param topics topics with findings of their own, with what is planted on them
 * @param topicsBySetting the same by who judges them
 * @param operations the register; an operation's number is its place
 */
record SampleModel(
        long seed,
        long findings,
        Country country,
        Offices offices,
        List<TopicEntry> entries,
        List<SampleTopic> topics,
        Map<Setting, List<SampleTopic>> topicsBySetting,
        List<Operation> operations,
        VisitRates rates,
        InspectionDays days) {

    /** @throws SampleException when the profile lacks what a sample needs */
    static SampleModel of(Profile profile, SampleSettings settings) {
        SampleCodes.check(profile);
        long seed = settings.seed();
        Country country = Country.of(profile);
        Offices offices = Offices.of(profile, country);
        List<TopicEntry> entries = TopicEntry.of(profile);
        List<SampleTopic> topics =
                EffectPlan.of(entries, country, offices.codes().size(), seed);
        Map<Setting, List<SampleTopic>> bySetting = bySetting(topics);
        List<Operation> operations =
                OperationRegister.of(country, VisitRates.operationScale(settings.findings()), seed);
        return new SampleModel(
                seed,
                settings.findings(),
                country,
                offices,
                List.copyOf(entries),
                topics,
                bySetting,
                operations,
                VisitRates.of(settings.findings(), operations, bySetting),
                new InspectionDays());
    }

    /** Topics judged in a setting. */
    List<SampleTopic> topicsOf(Setting setting) {
        return topicsBySetting.getOrDefault(setting, List.of());
    }

    private static Map<Setting, List<SampleTopic>> bySetting(List<SampleTopic> topics) {
        Map<Setting, List<SampleTopic>> bySetting = new EnumMap<>(Setting.class);
        for (SampleTopic topic : topics) {
            boolean judged = false;
            for (Setting setting : Setting.values()) {
                if (setting.judges(topic.entry())) {
                    bySetting.computeIfAbsent(setting, key -> new ArrayList<>()).add(topic);
                    judged = true;
                }
            }
            if (!judged) {
                throw new SampleException("Sample: expected an observed unit that some kind of operation is judged on"
                        + " for topic " + topic.entry().code() + ", found "
                        + topic.entry().observedUnit() + "; see ingest/SAMPLE.md for the known ones");
            }
        }
        return bySetting;
    }
}
