package se.tillsyn.analytics.publication;

import java.util.TreeMap;
import se.tillsyn.analytics.assessment.RegionOrder;
import se.tillsyn.ingest.profile.Code;
import se.tillsyn.ingest.profile.CodeListName;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.profile.ProfileException;

/** The order of groups of regions by the column {@code step} of their code list; all of them have a step or none has. */
final class DeclaredOrder {

    private static final String STEP = "step";

    private DeclaredOrder() {}

    /** @throws ProfileException when a step is no whole number from 1, or only some groups have one */
    static RegionOrder of(Profile profile) {
        TreeMap<String, Integer> steps = new TreeMap<>();
        int groups = 0;
        for (Code group : profile.codes(CodeListName.REGION_GROUPS).codes()) {
            groups++;
            String step = group.attribute(STEP);
            if (step != null) {
                steps.put(group.code(), number(group.code(), step));
            }
        }
        if (!steps.isEmpty() && steps.size() < groups) {
            throw new ProfileException("code list region_groups: expected a step of all groups or of none, found "
                    + steps.size() + " of " + groups + "; give the others one or empty the column");
        }
        return new RegionOrder(steps);
    }

    private static int number(String group, String step) {
        if (!step.matches("[1-9][0-9]{0,3}")) {
            throw new ProfileException("code list region_groups: " + group
                    + ": column step: expected a whole number from 1 to 9999, found " + step.length() + " characters");
        }
        return Integer.parseInt(step);
    }
}
