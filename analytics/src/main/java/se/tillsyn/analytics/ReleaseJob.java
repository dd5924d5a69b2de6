package se.tillsyn.analytics;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.audit.release.AttackedBlocks;
import se.tillsyn.analytics.audit.release.AuditReport;
import se.tillsyn.analytics.audit.release.ReleaseAudit;
import se.tillsyn.analytics.audit.release.Thresholds;
import se.tillsyn.analytics.cube.Cube;
import se.tillsyn.analytics.cube.DeficiencyCube;
import se.tillsyn.analytics.cube.YearOfTopic;
import se.tillsyn.analytics.disclosure.DisclosureControl;
import se.tillsyn.analytics.disclosure.PrimaryRule;
import se.tillsyn.analytics.publication.Publication;
import se.tillsyn.analytics.publication.ReleaseContent;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.ProgramVersion;
import se.tillsyn.ingest.store.Store;

/** Store in, release out: verify the batches, compute the cube, protect it, publish. */
final class ReleaseJob {

    private final SparkSession spark;
    private final Profile profile;
    private final Path home;
    private final Clock clock;
    private final Consumer<String> progress;

    ReleaseJob(SparkSession spark, Profile profile, Path home, Clock clock, Consumer<String> progress) {
        this.spark = spark;
        this.profile = profile;
        this.home = home;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Makes a release of what was known after a batch.
     *
     * @param asOf number or identifier of that batch; {@code null} for the newest
     * @param publishAt minute before which the release does not exist for its readers; {@code null} to publish at once
     * @throws CannotReleaseException when the store holds nothing that may be released
     * @throws AuditBreachException when the audit could work out what is withheld; nothing is published then
     */
    Publication.Outcome run(@Nullable String asOf, @Nullable Instant publishAt) throws IOException {
        DisclosureControl control = new DisclosureControl(profile);
        List<Batch> batches = batchesUpTo(home, asOf);
        refuseOtherProfile(batches);
        progress.accept("Checking " + batches.size() + " batches against their hashes");
        for (Batch batch : batches) {
            batch.verify();
        }
        progress.accept("Computing the cube");
        DeficiencyCube counting = new DeficiencyCube(spark, profile);
        Cube cube = counting.compute(batches);
        Publication publication = new Publication(home, clock, ProgramVersion.current());
        publication.gatedBy(gate(control.rule()));
        Instant minute = publishAt == null ? clock.instant().truncatedTo(ChronoUnit.SECONDS) : publishAt;
        LateFindings late = LateFindings.beside(
                publication.newestWhole(),
                new Store(home).batches(),
                batches,
                profile,
                control,
                counting,
                cube,
                progress);
        Set<YearOfTopic> mustBeHeld = new HashSet<>();
        ProtectionJob protection = new ProtectionJob(spark);
        while (true) {
            progress.accept("Protecting counts of persons and files");
            ReleaseContent content = late.content(protection, minute, mustBeHeld);
            progress.accept("Publishing " + content.cube().inspected().size() + " cells and "
                    + content.statements().size() + " statements");
            try {
                return publishAt == null ? publication.publish(content) : publication.embargo(content, publishAt);
            } catch (AuditBreachException e) {
                protectAnew(e, late, mustBeHeld, protection);
            }
        }
    }

    /**
     * Disclosure control errs on the safe side, beside an earlier release too; where it does not, the audit decides.
     *
     * @throws AuditBreachException the one given, when no more can be done about it
     */
    private void protectAnew(
            AuditBreachException breach, LateFindings late, Set<YearOfTopic> mustBeHeld, ProtectionJob protection) {
        boolean holds = mustBeHeld.addAll(late.mayBeHeld(breach.toldByTwo()));
        if (holds) {
            progress.accept("Holding back late findings of " + mustBeHeld.size()
                    + " topics' years, which with an earlier release would tell too much");
        }
        Set<YearOfTopic> told = breach.toldBySums();
        boolean widens = protection.widen(told);
        if (widens) {
            progress.accept("The audit could work out too much of " + told.size()
                    + " topics' years; protecting these with wider windows");
        }
        if (!holds && !widens) {
            throw breach;
        }
    }

    /** The audit, which knows no profile: what it holds a release to is told to it. */
    private Publication.Gate gate(PrimaryRule rule) {
        Thresholds thresholds = new Thresholds(rule.minCases(), rule.minDeficient(), rule.minGroup());
        AttackedBlocks attacked = new AttackedBlocks();
        return (staging, earlier) -> {
            progress.accept("Attacking what would be published");
            AuditReport report = ReleaseAudit.of(staging, earlier, thresholds).report(attacked);
            if (!report.passed()) {
                throw new AuditBreachException(report);
            }
        };
    }

    /**
     * The batches that take part.
     *
     * @param asOf number or identifier of the last of them; {@code null} for all
     * @throws CannotReleaseException when there is no such batch, or none of them holds a finding
     */
    static List<Batch> batchesUpTo(Path home, @Nullable String asOf) throws IOException {
        List<Batch> all = new Store(home).batches();
        List<Batch> batches = all;
        if (asOf != null) {
            Batch last = all.stream()
                    .filter(batch -> batch.folder().id().equals(asOf)
                            || Integer.toString(batch.folder().sequence()).equals(asOf))
                    .findFirst()
                    .orElseThrow(() -> new CannotReleaseException("Release, option --as-of: expected the number or"
                            + " identifier of one of the " + all.size() + " batches in the store below "
                            + home.toAbsolutePath() + ", found none such. 'tillsyn batches' lists them."));
            batches = all.subList(0, all.indexOf(last) + 1);
        }
        if (batches.stream().allMatch(batch -> batch.findingFiles().isEmpty())) {
            throw new CannotReleaseException("Release: expected at least one batch with findings in the store below "
                    + home.toAbsolutePath() + ", found none. Load findings with 'tillsyn ingest' first.");
        }
        return batches;
    }

    private void refuseOtherProfile(List<Batch> batches) throws CannotReleaseException {
        String expected = profile.description().id();
        for (Batch batch : batches) {
            String found = batch.manifest().profile().id();
            if (!found.equals(expected)) {
                throw new CannotReleaseException("Release: expected every batch to be loaded with the profile "
                        + expected + ", found batch " + batch.folder().id() + " loaded with " + found
                        + ". Give that profile with --profile, or another home with --home.");
            }
        }
    }
}
