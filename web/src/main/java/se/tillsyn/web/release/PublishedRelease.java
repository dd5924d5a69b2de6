package se.tillsyn.web.release;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.Status;

/** A verified release in memory. Immutable: a request that holds one sees one release throughout. */
public final class PublishedRelease {

    private final ReleaseFolder folder;
    private final ReleaseCodes codes;
    private final LoadedTables tables;
    private final Map<String, Coverage> coverage;
    private final Map<String, List<Statement>> statements;
    private final Map<String, AreaShapes> maps;
    private final QualityFiles quality;
    private final ReleaseChanges changes;

    PublishedRelease(
            ReleaseFolder folder,
            ReleaseCodes codes,
            LoadedTables tables,
            Map<String, Coverage> coverage,
            Map<String, List<Statement>> statements,
            Map<String, AreaShapes> maps,
            QualityFiles quality,
            ReleaseChanges changes) {
        this.folder = folder;
        this.codes = codes;
        this.tables = tables;
        this.coverage = Map.copyOf(coverage);
        this.statements = Map.copyOf(statements);
        this.maps = Map.copyOf(maps);
        this.quality = quality;
        this.changes = changes;
    }

    public String id() {
        return manifest().release();
    }

    public Manifest manifest() {
        return folder.manifest();
    }

    public ReleaseFolder folder() {
        return folder;
    }

    public ReleaseCodes codes() {
        return codes;
    }

    public Instant publishedAt() {
        return Instant.parse(manifest().publishedAt());
    }

    /** The top region. */
    public Region nation() {
        return codes.regions().find(manifest().nation()).orElseThrow();
    }

    /** The level below the nation, which maps and rankings show first. */
    public String mainLevel() {
        return manifest().levels().get(1);
    }

    /** The level below {@link #mainLevel()}, when the release has one. */
    public Optional<String> fineLevel() {
        List<String> levels = manifest().levels();
        return levels.size() > 2 ? Optional.of(levels.get(2)) : Optional.empty();
    }

    /** The region of the main level that a region is or belongs to; empty for the nation. */
    public Optional<Region> mainRegionOf(Region region) {
        if (region.level().equals(mainLevel())) {
            return Optional.of(region);
        }
        return codes.regions().find(region.parent()).flatMap(this::mainRegionOf);
    }

    /** A region of any level, or a group of municipalities. */
    public Optional<Region> region(String code) {
        return codes.regions().find(code).or(() -> codes.regionGroups().find(code));
    }

    /** Groups of municipalities, where the release has rates of them. */
    public List<Region> groupsWithRates() {
        return tables.hasRates(ReleaseCodes.GROUP_LEVEL) ? codes.regionGroups().all() : List.of();
    }

    /** What the release says of a cell in a calendar year; {@link Cell#NOT_INSPECTED} where it has no row. */
    public Cell cell(CellKey key) {
        return cell(RateView.INSPECTED, key);
    }

    /** What the release says of a cell in one of the views. */
    public Cell cell(RateView view, CellKey key) {
        return region(key.region())
                .map(region -> tables.cell(view, region.level(), key))
                .orElse(Cell.NOT_INSPECTED);
    }

    /** One of the further tables of a level; without rows where the release has none. */
    public ReleaseTable table(TableKind kind, String level) {
        return tables.of(kind, level);
    }

    /** Effects of the offices, topic by topic. */
    public ReleaseTable offices() {
        return tables.offices();
    }

    /** What differs from the release before. */
    public ReleaseChanges changes() {
        return changes;
    }

    /** What the run that made the release says of itself. */
    public QualityFiles quality() {
        return quality;
    }

    /** A topic in a region and a period, all ages and operation types together. */
    public Cell total(String topic, String region, String period) {
        return cell(new CellKey(topic, region, period, RateColumns.TOTAL, RateColumns.TOTAL));
    }

    /** What there is of a topic. */
    public Coverage coverage(Topic topic) {
        return coverage.getOrDefault(topic.code(), Coverage.NONE);
    }

    /** Statements of published reports on a topic, in the order of the file. */
    public List<Statement> statements(Topic topic) {
        return statements.getOrDefault(topic.code(), List.of());
    }

    /** The map of a level, when the release has one. */
    public Optional<AreaShapes> map(String level) {
        return Optional.ofNullable(maps.get(level));
    }

    /** Number of published yearly figures of a status, on all levels. */
    public long count(Status status) {
        return tables.count(status);
    }
}
