package se.tillsyn.analytics;

import se.tillsyn.analytics.audit.release.AuditReport;

/** The audit could work out what a release withholds, so it was not published; nothing was changed. */
final class AuditBreachException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AuditBreachException(AuditReport report) {
        super("Release: expected that no withheld cell can be worked out, found "
                + report.breaches().size()
                + " that can. Nothing was published.\n"
                + String.join("\n", report.lines())
                + "\nRelease with fewer tables in the profile's plan or with higher thresholds, or report this as a fault"
                + " of disclosure control.");
    }
}
