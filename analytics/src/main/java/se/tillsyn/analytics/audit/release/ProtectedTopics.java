package se.tillsyn.analytics.audit.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import se.tillsyn.analytics.release.PublishedIndicator;
import se.tillsyn.analytics.release.ReleaseLayout;

/**
 * Topics whose counts are of persons or of their files, by the release's own indicators. A topic is protected when any of its
 * units is, or when its unit is not told.
 *
 * @param rates topics with protected case rates
 * @param values topics with protected waits or measured values
 */
record ProtectedTopics(Set<String> rates, Set<String> values) {

    ProtectedTopics {
        rates = Set.copyOf(rates);
        values = Set.copyOf(values);
    }

    static ProtectedTopics read(Path release) throws IOException {
        Map<String, Boolean> units = new HashMap<>();
        for (Map<String, String> unit : CodeLists.read(release, "observed_units")) {
            units.put(
                    CodeLists.field(unit, "code", "observed_units"),
                    CodeLists.field(unit, "protected", "observed_units").equals("true"));
        }
        Set<String> rates = new HashSet<>();
        Set<String> values = new HashSet<>();
        for (PublishedIndicator indicator :
                PublishedIndicator.parse(Files.readAllBytes(release.resolve(ReleaseLayout.INDICATORS)))) {
            boolean observed = indicator.observedUnit() == null || units.getOrDefault(indicator.observedUnit(), true);
            PublishedIndicator.Conditions conditions = indicator.conditions();
            boolean counted = conditions != null
                    && conditions.observedUnits().stream().anyMatch(unit -> units.getOrDefault(unit, true));
            for (String topic : indicator.topics()) {
                if (observed) {
                    values.add(topic);
                }
                if (observed || counted) {
                    rates.add(topic);
                }
            }
        }
        return new ProtectedTopics(rates, values);
    }
}
