package se.tillsyn.ingest.sample;

import java.util.ArrayList;
import java.util.List;
import se.tillsyn.ingest.profile.Code;
import se.tillsyn.ingest.profile.CodeListName;
import se.tillsyn.ingest.profile.Profile;

/**
 * Which office inspects where. A county's own office makes {@value #OWN_SHARE} of the visits there, the others lend
 * each other a hand in the rest, so that an office's strictness can be told from its counties' true rates.
 */
final class Offices {

    static final double OWN_SHARE = 0.8;

    private final List<String> codes;
    private final List<Integer> ownOffice;

    private Offices(List<String> codes, List<Integer> ownOffice) {
        this.codes = List.copyOf(codes);
        this.ownOffice = List.copyOf(ownOffice);
    }

    /**
     * The offices that have counties of their own; one that lists every county is nation-wide and left out.
     *
     * @throws SampleException when a county has no office
     */
    static Offices of(Profile profile, Country country) {
        List<String> codes = new ArrayList<>();
        List<List<String>> counties = new ArrayList<>();
        for (Code office : profile.codes(CodeListName.OFFICES).codes()) {
            String listed = office.attribute("counties");
            List<String> own = listed == null ? List.of() : List.of(listed.split(" "));
            boolean nationWide = country.counties().stream().allMatch(county -> own.contains(county.code()));
            if (!own.isEmpty() && !nationWide) {
                codes.add(office.code());
                counties.add(own);
            }
        }
        List<Integer> ownOffice = new ArrayList<>();
        for (Country.County county : country.counties()) {
            int office = 0;
            while (office < codes.size() && !counties.get(office).contains(county.code())) {
                office++;
            }
            if (office == codes.size()) {
                throw new SampleException("Sample: expected an office for county " + county.code()
                        + ", found none; fill the column counties of the profile's code list offices");
            }
            ownOffice.add(office);
        }
        return new Offices(codes, ownOffice);
    }

    /** Codes of the offices; an office's number is its place. */
    List<String> codes() {
        return codes;
    }

    /** Draws the number of the office that makes a visit in a county. */
    int visiting(int county, RandomStream random) {
        int own = ownOffice.get(county);
        if (random.happens(OWN_SHARE) || codes.size() == 1) {
            return own;
        }
        int other = random.below(codes.size() - 1);
        return other < own ? other : other + 1;
    }

    /** Probability that a visit in a county is made by an office. */
    double share(int county, int office) {
        if (codes.size() == 1) {
            return 1;
        }
        return ownOffice.get(county) == office ? OWN_SHARE : (1 - OWN_SHARE) / (codes.size() - 1);
    }
}
