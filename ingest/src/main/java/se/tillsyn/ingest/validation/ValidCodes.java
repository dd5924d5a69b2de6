package se.tillsyn.ingest.validation;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.profile.Code;
import se.tillsyn.ingest.profile.CodeListName;
import se.tillsyn.ingest.profile.Profile;

/** What of a profile the rules need; small enough to send to every task. */
public final class ValidCodes implements Serializable {

    private static final long serialVersionUID = 1L;

    private final @Nullable CodePeriods[] byColumn = new CodePeriods[FindingColumns.ORDER.size()];
    private final Set<String> syntheticProgrammes = new HashSet<>();

    public ValidCodes(Profile profile) {
        for (int i = 0; i < byColumn.length; i++) {
            CodeListName list = CodeListName.ofColumn(FindingColumns.ORDER.get(i));
            byColumn[i] = list == null ? null : new CodePeriods(profile.codes(list));
        }
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
