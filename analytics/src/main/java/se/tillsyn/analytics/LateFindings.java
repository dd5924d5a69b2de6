package se.tillsyn.analytics;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.cube.Cube;
import se.tillsyn.analytics.cube.DeficiencyCube;
import se.tillsyn.analytics.cube.KnownFindings;
import se.tillsyn.analytics.cube.YearOfTopic;
import se.tillsyn.analytics.disclosure.DisclosureControl;
import se.tillsyn.analytics.publication.ReleaseContent;
import se.tillsyn.analytics.publication.Statement;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.revision.Earlier;
import se.tillsyn.analytics.revision.EarlierRelease;
import se.tillsyn.analytics.revision.HeldFindings;
import se.tillsyn.analytics.revision.Holding;
import se.tillsyn.analytics.revision.Revising;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.store.Batch;

/** What of a store may be published beside the release before, cubes counted with Spark. */
final class LateFindings {

    private static final Cube NOTHING =
            new Cube(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private final @Nullable ReleaseFolder release;
    private final @Nullable Earlier earlier;
    private final List<Batch> store;
    private final List<Batch> batches;
    private final Profile profile;
    private final DisclosureControl control;
    private final DeficiencyCube counting;
    private final Cube all;
    private final Consumer<String> progress;

    private LateFindings(
            @Nullable ReleaseFolder release,
            @Nullable Earlier earlier,
            List<Batch> store,
            List<Batch> batches,
            Profile profile,
            DisclosureControl control,
            DeficiencyCube counting,
            Cube all,
            Consumer<String> progress) {
        this.release = release;
        this.earlier = earlier;
        this.store = store;
        this.batches = batches;
        this.profile = profile;
        this.control = control;
        this.counting = counting;
        this.all = all;
        this.progress = progress;
    }

    /**
     * Counts again what the release before showed.
     *
     * @param release the release before; {@code null} for none
     * @param store all batches
     * @param batches those that take part now
     * @param all everything in these
     */
    static LateFindings beside(
            @Nullable ReleaseFolder release,
            List<Batch> store,
            List<Batch> batches,
            Profile profile,
            DisclosureControl control,
            DeficiencyCube counting,
            Cube all,
            Consumer<String> progress)
            throws IOException {
        Earlier earlier = null;
        if (release != null) {
            progress.accept("Counting again what the release before showed");
            EarlierRelease before = EarlierRelease.of(release, store);
            int newest = batches.get(batches.size() - 1).folder().sequence();
            for (Batch batch : store) {
                if (batch.folder().sequence() > newest && batch.folder().sequence() <= before.batch()) {
                    batch.verify();
                }
            }
            Cube then = NOTHING;
            if (before.batch() == newest && before.holding().held().isEmpty()) {
                then = all;
            } else if (before.isInStore()) {
                then = counting.compute(KnownFindings.after(
                        before.batch(), store, before.holding().batches()));
            }
            earlier = before.beside(then, control, profile.description().disclosure());
        }
        return new LateFindings(release, earlier, store, batches, profile, control, counting, all, progress);
    }

    /**
     * Decides what is published.
     *
     * @param minute of publication
     * @param mustBeHeld topics' years of which nothing late may be published
     */
    ReleaseContent content(Revising.Protecting protecting, Instant minute, Set<YearOfTopic> mustBeHeld)
            throws IOException {
        Revising.Decision decision = earlier == null
                ? new Revising.Decision(
                        all,
                        protecting.withheld(control.rates(all), control.window()),
                        protecting.withheld(control.values(all), control.window()),
                        Holding.NONE)
                : new Revising(profile, control, this::count, protecting, earlier, minute).decide(mustBeHeld);
        return new ReleaseContent(
                profile,
                batches,
                decision.cube(),
                control.publishable(decision.withheldRates(), decision.withheldValues()),
                decision.cube().statements().stream().map(Statement::of).toList(),
                late(decision.holding()));
    }

    private Cube count(Holding holding) throws IOException {
        return holding.held().isEmpty()
                ? all
                : counting.compute(KnownFindings.after(
                        batches.get(batches.size() - 1).folder().sequence(), store, holding.batches()));
    }

    private ReleaseContent.Late late(Holding holding) throws IOException {
        HeldFindings findings = HeldFindings.in(batches, holding, profile);
        if (!holding.held().isEmpty()) {
            progress.accept("Held back, since with the release before they would tell too much: "
                    + findings.judgements() + " judgements and at least " + findings.valuesInTens()
                    + " persons' values, of " + topicYears(holding) + " topics' years");
        }
        List<Manifest.Held> held = holding.held().entrySet().stream()
                .map(entry -> new Manifest.Held(
                        entry.getKey().topic(),
                        entry.getKey().year(),
                        entry.getKey().region(),
                        store.get(entry.getValue().batch() - 1).folder().id(),
                        entry.getValue().since().toString()))
                .toList();
        return new ReleaseContent.Late(
                release == null ? "" : release.manifest().release(),
                held,
                findings.judgements(),
                findings.valuesInTens());
    }

    private static long topicYears(Holding holding) {
        return holding.held().keySet().stream()
                .map(place -> place.yearOfTopic())
                .distinct()
                .count();
    }

    /** Those of some topics' years that the release before showed and that can be shown so again. */
    Set<YearOfTopic> mayBeHeld(Set<YearOfTopic> years) {
        if (earlier == null || earlier.batch() == Earlier.NOT_IN_STORE) {
            return Set.of();
        }
        Set<YearOfTopic> may = new TreeSet<>(years);
        may.removeAll(earlier.rates().unlike());
        may.removeAll(earlier.values().unlike());
        return new HashSet<>(may);
    }
}
