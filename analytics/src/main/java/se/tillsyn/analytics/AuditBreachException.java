package se.tillsyn.analytics;

import java.util.Set;
import java.util.stream.Collectors;
import se.tillsyn.analytics.audit.release.AuditReport;
import se.tillsyn.analytics.audit.release.BreachKind;
import se.tillsyn.analytics.cube.YearOfTopic;

/** The audit could work out what a release withholds, so it was not published; nothing was changed. */
final class AuditBreachException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int YEAR_LENGTH = 4;

    private final transient AuditReport report;

    AuditBreachException(AuditReport report) {
        super("Release: expected that no withheld cell can be worked out, found "
                + report.breaches().size()
                + " that can. Nothing was published.\n"
                + String.join("\n", report.lines())
                + "\n"
                + "Release with fewer tables in the profile's plan or with higher thresholds, or report this as a"
                + " fault of disclosure control.");
        this.report = report;
    }

    /** Topics' years of which this release and an earlier one together tell too much. */
    Set<YearOfTopic> toldByTwo() {
        return told(Set.of(BreachKind.RELEASE_PAIR));
    }

    /** Topics' years of which the sums of this release alone tell too much, or may do so. */
    Set<YearOfTopic> toldBySums() {
        return told(Set.of(BreachKind.DERIVABLE, BreachKind.BOUNDED, BreachKind.NARROW, BreachKind.UNDECIDED));
    }

    private Set<YearOfTopic> told(Set<BreachKind> kinds) {
        return report.breaches().stream()
                .filter(breach -> kinds.contains(breach.kind()))
                .map(breach -> new YearOfTopic(breach.topic(), breach.period().substring(0, YEAR_LENGTH)))
                .collect(Collectors.toSet());
    }
}
