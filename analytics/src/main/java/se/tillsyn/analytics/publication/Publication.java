package se.tillsyn.analytics.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.change.ChangeFiles;
import se.tillsyn.analytics.change.ChangeTable;
import se.tillsyn.analytics.change.Corrections;
import se.tillsyn.analytics.change.Edition;
import se.tillsyn.analytics.change.ReleaseComparison;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.register.Actor;
import se.tillsyn.analytics.register.NotAllowedException;
import se.tillsyn.analytics.register.ReleaseRegister;
import se.tillsyn.analytics.release.DamagedReleaseException;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;
import se.tillsyn.ingest.commit.CommitArea;
import se.tillsyn.ingest.commit.CommittedFolder;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.profile.CodeListName;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.profile.ProfileDescription;
import se.tillsyn.ingest.store.Store;

/**
 * Writes a release and makes it the served one: tables, code lists, indicators and maps first, their hash names the release, then the
 * documents that carry the name, the manifest last, one rename, and one swap of {@code CURRENT}.
 */
public final class Publication {

    /** Version of the methods that a release states; what each one means: analytics/README.md, Method versions. */
    public static final String METHOD_VERSION = "2";

    /** A year is written with four digits, a quarter with more. */
    private static final int YEAR_LENGTH = 4;

    private final Path home;
    private final ReleaseRegister register;
    private final Clock clock;
    private final String codeVersion;
    private Gate gate = (staging, earlier) -> {};

    public Publication(Path home, Clock clock, String codeVersion) {
        this(home, clock, codeVersion, Actor.ofThisProcess());
    }

    /** @param maker who makes the release, and may therefore not approve of it */
    public Publication(Path home, Clock clock, String codeVersion, Actor maker) {
        this.home = home;
        register = new ReleaseRegister(home, clock, maker);
        this.clock = clock;
        this.codeVersion = codeVersion;
    }

    /**
     * Has everything looked at before it is a release.
     *
     * @param first asked when all tables and changes are written; what it throws leaves the releases as they were
     */
    public Publication gatedBy(Gate first) {
        gate = first;
        return this;
    }

    /**
     * What became of a publication.
     *
     * @param release identifier of the served release
     * @param unchanged whether the newest release already held the very same content, so that none was made
     * @param cells rows of all rate tables
     * @param withheld of these, rows whose case rate is withheld
     */
    public record Outcome(String release, boolean unchanged, long cells, long withheld) {}

    /** Looks at what is about to be published, and stops it by throwing. */
    @FunctionalInterface
    public interface Gate {

        /**
         * Looks at a release before it is one.
         *
         * @param staging folder with all tables, changes, code lists and indicators, without a manifest
         * @param earlier folders of the releases before it, oldest first
         */
        void check(Path staging, List<Path> earlier) throws IOException;
    }

    /**
     * Publishes now.
     *
     * @throws se.tillsyn.ingest.commit.BusyException when another publication is running
     * @throws se.tillsyn.analytics.register.NotAllowedException when another release waits for its minute
     */
    public Outcome publish(ReleaseContent content) throws IOException {
        try (ReleaseRegister.Turn turn = register.begin()) {
            turn.refuseWhenOneWaits();
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            Outcome outcome = write(content, turn, turn.staging(), now, turn::publish);
            if (outcome.unchanged()) {
                turn.serveAgain(outcome.release());
            }
            return outcome;
        }
    }

    /**
     * Makes a release that waits for its minute and for an approval, out of every reader's sight.
     *
     * @param publishAt its minute
     * @throws se.tillsyn.ingest.commit.BusyException when another publication is running
     * @throws se.tillsyn.analytics.register.NotAllowedException when another release waits for its minute
     */
    public Outcome embargo(ReleaseContent content, Instant publishAt) throws IOException {
        try (ReleaseRegister.Turn turn = register.begin();
                CommitArea.Writing hidden = turn.beginHidden()) {
            return write(
                    content,
                    turn,
                    hidden.staging(),
                    publishAt,
                    (hash, manifest) -> turn.hide(hidden, hash, manifest, publishAt));
        }
    }

    /** Makes what was staged a release. */
    @FunctionalInterface
    private interface Commit {
        CommittedFolder of(String hash, byte[] manifest) throws IOException;
    }

    private Outcome write(
            ReleaseContent content, ReleaseRegister.Turn turn, Path staging, Instant publishAt, Commit commit)
            throws IOException {
        Profile profile = content.profile();
        RateTables rates = RateTables.of(content);
        ReleaseDocuments.Disclosure disclosure = ReleaseDocuments.disclosure(content, rates.years());
        long withheld = disclosure.levels().stream()
                .mapToLong(ReleaseDocuments.Disclosure.LevelShare::withheld)
                .sum();
        List<TableFiles.Written> tables = new ArrayList<>(new TableFiles(staging, content).write(rates));
        writeProfile(staging, profile);
        write(staging, ReleaseLayout.QUALITY, json(ReleaseDocuments.quality(content, rates.years())));
        write(staging, ReleaseLayout.DISCLOSURE, json(disclosure));
        String hash = ContentHash.ofAll(ContentHash.ofFiles(staging)).substring(0, ContentHash.SHORT_LENGTH);
        List<CommittedFolder> earlier = register.published();
        CommittedFolder newest = earlier.isEmpty() ? null : earlier.get(earlier.size() - 1);
        if (newest != null && newest.hash().equals(hash)) {
            return new Outcome(newest.id(), true, rates.rows(), withheld);
        }
        ReleaseFolder predecessor = newestWhole(earlier);
        refuseOtherPredecessor(content, predecessor);
        String release = CommittedFolder.idOf(turn.sequence(), hash);
        if (predecessor != null) {
            tables.add(writeChanges(staging, predecessor, content));
        }
        gate.check(staging, earlier.stream().map(CommittedFolder::path).toList());
        write(staging, ReleaseLayout.DATAPACKAGE, json(dataPackage(staging, release, content, tables)));
        write(staging, ReleaseLayout.CHECKSUMS, checksums(ContentHash.ofFiles(staging)));
        Manifest manifest = manifest(release, turn.sequence(), predecessor, publishAt, content, staging, tables);
        CommittedFolder committed = commit.of(hash, manifest.toJson());
        return new Outcome(committed.id(), false, rates.rows(), withheld);
    }

    /** The newest public release that is as it was published; a damaged one is nothing to compare with. */
    public @Nullable ReleaseFolder newestWhole() throws IOException {
        return newestWhole(register.published());
    }

    /** What was decided beside one release must not follow another one. */
    private static void refuseOtherPredecessor(ReleaseContent content, @Nullable ReleaseFolder predecessor)
            throws NotAllowedException {
        String expected = content.late().follows();
        String found = predecessor == null ? "" : predecessor.manifest().release();
        if (expected != null && !expected.equals(found)) {
            throw new NotAllowedException("Release: expected that no other release is published meanwhile, found that "
                    + (found.isEmpty() ? "the one before is gone" : found + " was")
                    + ". Nothing was published. Start again.");
        }
    }

    private static @Nullable ReleaseFolder newestWhole(List<CommittedFolder> earlier) throws IOException {
        for (int i = earlier.size() - 1; i >= 0; i--) {
            ReleaseFolder release = whole(earlier.get(i));
            if (release != null) {
                return release;
            }
        }
        return null;
    }

    private static @Nullable ReleaseFolder whole(CommittedFolder folder) throws IOException {
        try {
            ReleaseFolder release = ReleaseFolder.open(folder.path());
            release.verify();
            return release;
        } catch (DamagedReleaseException e) {
            return null;
        }
    }

    private TableFiles.Written writeChanges(Path staging, ReleaseFolder predecessor, ReleaseContent content)
            throws IOException {
        Edition before = Edition.of(predecessor);
        Edition after = new Edition(
                staging,
                content.newest().folder().id(),
                content.profile().hash(),
                METHOD_VERSION,
                codeVersion,
                content.held());
        Corrections corrections = Corrections.between(before, after, new Store(home).batches());
        long rows = ChangeFiles.csv(
                staging.resolve(ReleaseLayout.CHANGES), new ReleaseComparison(before, after, corrections));
        return new TableFiles.Written(ChangeTable.TABLE, ReleaseLayout.CHANGES, rows);
    }

    private static void writeProfile(Path staging, Profile profile) throws IOException {
        ProfileDescription description = profile.description();
        Files.createDirectory(staging.resolve("codelists"));
        Files.createDirectory(staging.resolve("geography"));
        for (CodeListName name : CodeListName.values()) {
            String path = description.codeLists().getOrDefault(name.key(), "");
            write(staging, ReleaseLayout.codeList(name.key()), profile.file(path));
        }
        write(staging, ReleaseLayout.INDICATORS, IndicatorDocument.of(profile));
        copyUnlessAbsent(staging, profile, "region_group_members", description.regionGroupMembers());
        copyUnlessAbsent(staging, profile, "similar_regions", description.similarRegions());
        for (Map.Entry<String, String> map : new TreeMap<>(description.maps()).entrySet()) {
            write(staging, ReleaseLayout.map(map.getKey()), profile.file(map.getValue()));
        }
    }

    private static void copyUnlessAbsent(Path staging, Profile profile, String name, String path) throws IOException {
        if (!path.isEmpty()) {
            write(staging, ReleaseLayout.codeList(name), profile.file(path));
        }
    }

    private static DataPackage dataPackage(
            Path staging, String release, ReleaseContent content, List<TableFiles.Written> tables) throws IOException {
        ProfileDescription description = content.profile().description();
        List<DataPackage.Resource> resources = new ArrayList<>();
        for (TableFiles.Written written : tables) {
            String path = written.path();
            if (!path.endsWith(ReleaseLayout.EXCEL_SV_ENDING)) {
                Path file = staging.resolve(path);
                resources.add(DataPackage.resource(
                        written.table(),
                        path,
                        Files.size(file),
                        ContentHash.of(file),
                        path.endsWith(".csv")
                                ? alternatives(staging, written.table().name())
                                : List.of()));
            }
        }
        String about = description.disclaimer().en() + (content.synthetic() ? " Synthetic data." : "");
        return new DataPackage(
                "data-package",
                "tillsynsatlas-" + description.id(),
                description.name().en(),
                about,
                release,
                List.of(new DataPackage.Licence(description.licence(), description.licenceUrl())),
                resources);
    }

    private static List<DataPackage.Alternative> alternatives(Path staging, String table) throws IOException {
        String path = ReleaseLayout.excelSv(table);
        Path file = staging.resolve(path);
        return Files.exists(file)
                ? List.of(DataPackage.excelSv(path, Files.size(file), ContentHash.of(file)))
                : List.of();
    }

    private Manifest manifest(
            String release,
            int sequence,
            @Nullable ReleaseFolder predecessor,
            Instant publishAt,
            ReleaseContent content,
            Path staging,
            List<TableFiles.Written> tables)
            throws IOException {
        ProfileDescription description = content.profile().description();
        Map<String, Long> rows = new HashMap<>();
        tables.forEach(table -> rows.put(table.path(), table.rows()));
        List<Manifest.PublishedFile> files = new ArrayList<>();
        for (Map.Entry<String, String> file : ContentHash.ofFiles(staging).entrySet()) {
            files.add(new Manifest.PublishedFile(
                    file.getKey(),
                    Files.size(staging.resolve(file.getKey())),
                    file.getValue(),
                    rows.get(file.getKey())));
        }
        TreeSet<String> periods = new TreeSet<>();
        content.cube().inspected().stream()
                .map(DeficiencyCell::period)
                .filter(period -> period.length() == YEAR_LENGTH)
                .forEach(periods::add);
        Map<String, Manifest.Threshold> thresholds = new TreeMap<>();
        description
                .disclosure()
                .forEach((name, threshold) ->
                        thresholds.put(name, new Manifest.Threshold(threshold.value(), text(threshold.reason()))));
        return new Manifest(
                Manifest.FORMAT,
                release,
                sequence,
                predecessor == null ? null : predecessor.manifest().release(),
                publishAt.toString(),
                new Manifest.ProfileVersion(
                        description.id(),
                        description.version(),
                        content.profile().hash()),
                content.newest().folder().id(),
                codeVersion,
                METHOD_VERSION,
                content.synthetic(),
                text(description.name()),
                text(description.publisher()),
                description.contact(),
                description.licence(),
                description.licenceUrl(),
                text(description.disclaimer()),
                description.nation(),
                description.levels(),
                List.copyOf(periods),
                notesOf(content),
                description.sources().stream()
                        .map(source -> new Manifest.Source(text(source.text()), source.licence()))
                        .toList(),
                thresholds,
                content.held(),
                files);
    }

    private static List<LocalText> notesOf(ReleaseContent content) {
        return content.batches().stream()
                .flatMap(batch -> batch.manifest().notes().stream())
                .map(Publication::text)
                .distinct()
                .toList();
    }

    private static LocalText text(se.tillsyn.ingest.profile.LocalText text) {
        return new LocalText(text.sv(), text.en());
    }

    private static byte[] checksums(SortedMap<String, String> hashes) {
        StringBuilder lines = new StringBuilder();
        hashes.forEach(
                (path, hash) -> lines.append(hash).append("  ").append(path).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(Object document) {
        return ReleaseDocuments.JSON.writeValueAsBytes(document);
    }

    private static void write(Path staging, String path, byte[] content) throws IOException {
        Files.write(staging.resolve(path), content);
    }
}
