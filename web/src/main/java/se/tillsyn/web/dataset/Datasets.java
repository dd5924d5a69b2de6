package se.tillsyn.web.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.web.release.ReleaseTables;

/** The datasets of one release, each made when it is first asked for. */
public final class Datasets {

    private final ReleaseTables release;
    private final ValueSets valueSets;
    private final Map<String, Optional<Dataset>> made = new ConcurrentHashMap<>();

    public Datasets(ReleaseTables release) {
        this.release = release;
        this.valueSets = new ValueSets(release);
    }

    /** The release's tables, code lists and documents. */
    public ReleaseTables source() {
        return release;
    }

    public Manifest release() {
        return release.manifest();
    }

    /** Every dataset, in the order of the catalogue. */
    public List<Dataset> all() {
        return Shape.ALL.stream().map(this::made).flatMap(Optional::stream).toList();
    }

    /** A dataset by its identifier in any letters' case. */
    public Optional<Dataset> find(String id) {
        String wanted = id.toLowerCase(Locale.ROOT);
        return Shape.ALL.stream()
                .filter(shape -> shape.id().equals(wanted))
                .findFirst()
                .flatMap(this::made);
    }

    /** Every list of values. */
    public List<ValueSet> valueSets() {
        return valueSets.all();
    }

    /** A list of values by its identifier in any letters' case: one of all values, or of those that a dataset has. */
    public Optional<ValueSet> valueSet(String id) {
        return valueSets.find(id).or(() -> all().stream()
                .flatMap(dataset -> dataset.dimensions().stream())
                .flatMap(dimension -> dimension.valueSets().stream())
                .filter(set -> set.id().equalsIgnoreCase(id))
                .findFirst());
    }

    private Optional<Dataset> made(Shape shape) {
        return made.computeIfAbsent(shape.id(), id -> DatasetBuilder.build(release, valueSets, shape));
    }
}
