package se.tillsyn.ingest.validation;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.profile.Code;
import se.tillsyn.ingest.profile.CodeListName;
import se.tillsyn.ingest.profile.Profile;

/** What of a profile the rules need; small enough to send to every task. */
public final class ValidCodes implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Map<String, CodeListName> LISTS = Map.of(
            FindingColumns.PROGRAMME, CodeListName.PROGRAMMES,
            FindingColumns.SELECTION_BASIS, CodeListName.SELECTION_BASES,
            FindingColumns.OFFICE, CodeListName.OFFICES,
            FindingColumns.REGION_CODE, CodeListName.REGIONS,
            FindingColumns.OPERATION_TYPE, CodeListName.OPERATION_TYPES,
            FindingColumns.AGE_GROUP, CodeListName.AGE_GROUPS,
            FindingColumns.TOPIC, CodeListName.TOPICS,
            FindingColumns.OBSERVED_UNIT, CodeListName.OBSERVED_UNITS,
            FindingColumns.EVIDENCE, CodeListName.EVIDENCE,
            FindingColumns.VALUE_UNIT, CodeListName.VALUE_UNITS);

    private final @Nullable CodePeriods[] byColumn = new CodePeriods[FindingColumns.ORDER.size()];
    private final Set<String> syntheticProgrammes = new HashSet<>();

    public ValidCodes(Profile profile) {
        LISTS.forEach(
                (column, list) -> byColumn[FindingColumns.indexOf(column)] = new CodePeriods(profile.codes(list)));
        for (Code programme : profile.codes(CodeListName.PROGRAMMES).codes()) {
            if (programme.flag("synthetic")) {
                syntheticProgrammes.add(programme.code());
            }
        }
    }

    /** Whether findings of the programme are made up. */
    public boolean synthetic(String programme) {
        return syntheticProgrammes.contains(programme);
    }

    CodePeriods of(int column) {
        CodePeriods periods = byColumn[column];
        if (periods == null) {
            throw new IllegalArgumentException("no code list for " + FindingColumns.ORDER.get(column));
        }
        return periods;
    }
}
