package se.tillsyn.ingest.sample;

import java.util.ArrayList;
import java.util.List;
import se.tillsyn.ingest.profile.Code;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.profile.Regions;

/**
 * The regions that exist during all years of the sample.
 *
 * @param counties regions of the second level, in code list order
 */
record Country(List<County> counties) {

    /**
     * @param number place in the list of counties
     * @param inhabitants sum over its municipalities
     * @param municipalities at least one
     */
    record County(int number, String code, long inhabitants, List<Municipality> municipalities) {}

    record Municipality(String code, long inhabitants) {}

    Country {
        counties = List.copyOf(counties);
    }

    /** @throws SampleException when the profile has no three levels or a region no inhabitants */
    static Country of(Profile profile) {
        Regions regions = profile.regions();
        if (regions.levels().size() < 3) {
            throw new SampleException("Sample: expected a profile with three region levels (nation, county,"
                    + " municipality), found " + regions.levels().size()
                    + " in profile.yaml, key levels; choose another profile");
        }
        String countyLevel = regions.levels().get(1);
        String municipalityLevel = regions.levels().get(2);
        List<County> counties = new ArrayList<>();
        for (Code code : regions.codes().codes()) {
            if (regions.levelOf(code.code()).equals(countyLevel) && existsThroughout(code)) {
                List<Municipality> municipalities = new ArrayList<>();
                for (Code child : regions.codes().codes()) {
                    if (regions.levelOf(child.code()).equals(municipalityLevel)
                            && code.code().equals(child.attribute("parent"))
                            && existsThroughout(child)) {
                        municipalities.add(new Municipality(child.code(), inhabitants(child)));
                    }
                }
                long sum = municipalities.stream()
                        .mapToLong(Municipality::inhabitants)
                        .sum();
                if (!municipalities.isEmpty()) {
                    counties.add(new County(counties.size(), code.code(), sum, List.copyOf(municipalities)));
                }
            }
        }
        return new Country(counties);
    }

    private static boolean existsThroughout(Code code) {
        return code.validOn(InspectionDays.FIRST_DAY) && code.validOn(InspectionDays.LAST_DAY);
    }

    private static long inhabitants(Code region) {
        String population = region.attribute("population");
        if (population == null || !population.matches("[0-9]{1,12}")) {
            throw new SampleException("Sample: expected the number of inhabitants of region " + region.code()
                    + ", found none; fill the column population of the profile's code list regions");
        }
        return Long.parseLong(population);
    }
}
