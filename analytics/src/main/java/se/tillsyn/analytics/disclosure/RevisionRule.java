package se.tillsyn.analytics.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import se.tillsyn.ingest.profile.ProfileDescription.Threshold;
import se.tillsyn.ingest.profile.ProfileException;

/**
 * How long late findings gather. They are published when nothing that was shown must be withheld for them. Where that cannot
 * be, all of a topic's year are held until the window ends, so that enough of them may gather; then those of the places where
 * it can be are published, and the others go on being held.
 *
 * @param days length of the window since findings were first held
 */
public record RevisionRule(int days) {

    public static final String DAYS = "revision_days";

    /** @throws ProfileException when the profile lacks the threshold */
    public static RevisionRule of(Map<String, Threshold> thresholds) {
        Threshold days = thresholds.get(DAYS);
        if (days == null) {
            throw new ProfileException("profile.yaml: disclosure lacks the threshold " + DAYS);
        }
        return new RevisionRule(days.value());
    }

    /** Whether findings held since one instant may be published in part at another. */
    public boolean hasEnded(Instant since, Instant now) {
        return !now.isBefore(since.plus(Duration.ofDays(days)));
    }
}
