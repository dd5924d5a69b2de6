package se.tillsyn.analytics.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import se.tillsyn.analytics.cube.BoundedCases;
import se.tillsyn.analytics.cube.Cube;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.cube.ValueCell;
import se.tillsyn.analytics.disclosure.suppression.Protection;
import se.tillsyn.ingest.profile.CodeListName;
import se.tillsyn.ingest.profile.Indicator;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.profile.ProfileDescription.Threshold;
import se.tillsyn.ingest.profile.ProfileException;

/**
 * What of a cube must be protected, and by which thresholds.
 *
 * <p>Counts of persons and of persons' files are protected; verdicts on operations, which are public bodies, are not. Rates
 * of operations inspected in a period are protected cell by cell; the view of operations as last known publishes no
 * protected counts, since an operation that enters or leaves that view would tell them. Measured values of persons are
 * protected as rates are, those who still wait in the place of deficient files.
 */
public final class DisclosureControl {

    public static final String MIN_WINDOW = "min_window";
    public static final String MIN_WINDOW_PERCENT = "min_window_percent";

    private static final double PERCENT = 100;

    private final Profile profile;
    private final PrimaryRule rule;
    private final TopicYears topicYears;

    /** @throws ProfileException when the profile lacks a threshold */
    public DisclosureControl(Profile profile) {
        this.profile = profile;
        rule = PrimaryRule.of(profile.description().disclosure());
        topicYears = new TopicYears(profile);
    }

    public PrimaryRule rule() {
        return rule;
    }

    /** The narrowest window within which a withheld count may be bounded. */
    public Protection.Window window() {
        Map<String, Threshold> thresholds = profile.description().disclosure();
        return new Protection.Window(
                threshold(thresholds, MIN_WINDOW), threshold(thresholds, MIN_WINDOW_PERCENT) / PERCENT);
    }

    private static int threshold(Map<String, Threshold> thresholds, String name) {
        Threshold threshold = thresholds.get(name);
        if (threshold == null) {
            throw new ProfileException("profile.yaml: disclosure lacks the threshold " + name);
        }
        return threshold.value();
    }

    /** Blocks of rates of operations inspected in a period. */
    public List<TopicYear> rates(Cube cube) {
        return topicYears.of(countedRates(cube));
    }

    /** Cells of files in the view of operations inspected in a period. */
    public List<CountedCell> countedRates(Cube cube) {
        return cube.inspected().stream()
                .filter(cell -> cell.countsProtected() && cell.cases().cases() > 0)
                .map(this::counted)
                .toList();
    }

    private CountedCell counted(DeficiencyCell cell) {
        long cases = cell.cases().cases();
        long deficient = cell.cases().deficient();
        boolean boundedTooFew =
                rule.withholds(cell.bounded().low(), cell.bounded().cases())
                        || rule.withholds(cell.bounded().high(), cell.bounded().cases());
        return new CountedCell(
                CellName.of(cell),
                cell.level(),
                cases,
                deficient,
                // Operations are public: each deficient one has a deficient file, each other one a file that is not.
                Math.min(deficient, cell.deficientUnits()),
                Math.min(cases - deficient, cell.units() - cell.deficientUnits()),
                rule.withholds(deficient, cases) || boundedTooFew,
                cell.bounded());
    }

    /** Blocks of measured values of persons. */
    public List<TopicYear> values(Cube cube) {
        return topicYears.of(countedValues(cube));
    }

    /** Cells of persons' values. */
    public List<CountedCell> countedValues(Cube cube) {
        return cube.values().stream()
                .filter(cell -> areOfPersons(cell) && cell.whole() + cell.censored() > 0)
                .map(cell -> new CountedCell(
                        CellName.of(cell),
                        cell.level(),
                        cell.whole() + cell.censored(),
                        cell.censored(),
                        0,
                        0,
                        rule.withholds(cell.censored(), cell.whole() + cell.censored()),
                        BoundedCases.NONE))
                .toList();
    }

    /** Compares with what an earlier release showed. */
    public LateBlocks late() {
        return new LateBlocks(topicYears, rule);
    }

    /** How long late findings gather. */
    public RevisionRule revisionRule() {
        return RevisionRule.of(profile.description().disclosure());
    }

    /** Protected unless the indicator observes what is public, such as a clinic. */
    boolean areOfPersons(ValueCell cell) {
        Indicator indicator = profile.indicatorOf(cell.topic());
        String observed = indicator.observedUnit();
        return observed == null
                || profile.codes(CodeListName.OBSERVED_UNITS).get(observed).flag("protected");
    }

    /**
     * What may be published.
     *
     * @param withheldRates names of the rates that are withheld
     * @param withheldValues names of the cells of values that are withheld
     */
    public Publishable publishable(Set<CellName> withheldRates, Set<CellName> withheldValues) {
        return new Publishable(this, withheldRates, withheldValues);
    }
}
