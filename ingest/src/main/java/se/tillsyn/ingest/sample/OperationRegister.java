package se.tillsyn.ingest.sample;

import java.util.ArrayList;
import java.util.List;
import se.tillsyn.ingest.sample.Country.County;
import se.tillsyn.ingest.sample.Country.Municipality;
import se.tillsyn.ingest.sample.RandomStream.Purpose;

/** Makes the operations of a country. */
final class OperationRegister {

    /** Every so-manieth operation of a county and type is at risk. */
    static final int RISK_STEP = 5;

    /** Spreads the rotation evenly over a county's operations (golden ratio). */
    private static final double PHASE_STEP = 0.6180339887498949;

    private final double scale;
    private final long seed;
    private final List<Operation> operations = new ArrayList<>();

    private OperationRegister(double scale, long seed) {
        this.scale = scale;
        this.seed = seed;
    }

    /**
     * @param scale operations for each one of {@link OperationRule#ALL}, at least 1; region offices stay one per county
     */
    static List<Operation> of(Country country, double scale, long seed) {
        OperationRegister register = new OperationRegister(scale, seed);
        for (int rule = 0; rule < OperationRule.ALL.size(); rule++) {
            for (County county : country.counties()) {
                register.add(rule, county);
            }
        }
        return register.withUnitIds();
    }

    private void add(int ruleNumber, County county) {
        OperationRule rule = OperationRule.ALL.get(ruleNumber);
        List<String> regions = regions(rule, county);
        int riskOffset = RandomStream.of(seed, Purpose.RISK_CLASS, ruleNumber, county.number())
                .below(RISK_STEP);
        double phase = RandomStream.of(seed, Purpose.ROTATION_PHASE, ruleNumber, county.number())
                .uniform();
        for (int i = 0; i < regions.size(); i++) {
            double at = phase + i * PHASE_STEP;
            operations.add(new Operation(
                    operations.size(),
                    "",
                    rule.type(),
                    rule.setting(),
                    regions.get(i),
                    county.number(),
                    (i + riskOffset) % RISK_STEP == 0,
                    at - Math.floor(at)));
        }
    }

    /** The region of each operation of a type in a county. */
    private List<String> regions(OperationRule rule, County county) {
        List<String> regions = new ArrayList<>();
        if (rule.inhabitantsPerOperation() == 0) {
            long each = rule.setting() == Setting.REGION_OFFICE ? 1 : Math.round(scale);
            for (int i = 0; i < each; i++) {
                if (rule.perCounty()) {
                    regions.add(county.code());
                } else {
                    county.municipalities().forEach(municipality -> regions.add(municipality.code()));
                }
            }
            return regions;
        }
        double exact = scale * county.inhabitants() / rule.inhabitantsPerOperation();
        long count = Math.round(exact);
        for (long i = 0; i < count; i++) {
            regions.add(rule.perCounty() ? county.code() : municipalityAt(county, (i + 0.5) / count));
        }
        return regions;
    }

    /** The municipality in which a share of the county's inhabitants, counted in list order, is reached. */
    private static String municipalityAt(County county, double share) {
        double left = share * county.inhabitants();
        for (Municipality municipality : county.municipalities()) {
            left -= municipality.inhabitants();
            if (left < 0) {
                return municipality.code();
            }
        }
        return county.municipalities().get(county.municipalities().size() - 1).code();
    }

    /** Gives every operation a number drawn without regard to what or where it is. */
    private List<Operation> withUnitIds() {
        int[] ids = new int[operations.size()];
        RandomStream random = RandomStream.of(seed, Purpose.UNIT_IDS);
        for (int i = 0; i < ids.length; i++) {
            int j = random.below(i + 1);
            ids[i] = ids[j];
            ids[j] = i + 1;
        }
        List<Operation> named = new ArrayList<>();
        for (Operation operation : operations) {
            named.add(new Operation(
                    operation.number(),
                    "U-" + Digits.padded(ids[operation.number()], 5),
                    operation.type(),
                    operation.setting(),
                    operation.region(),
                    operation.county(),
                    operation.atRisk(),
                    operation.phase()));
        }
        return List.copyOf(named);
    }
}
