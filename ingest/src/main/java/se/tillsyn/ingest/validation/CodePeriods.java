package se.tillsyn.ingest.validation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.profile.Code;
import se.tillsyn.ingest.profile.CodeList;

/** The codes of one list with their validity, for one look-up per field. */
final class CodePeriods implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A code and the days it is valid, both ends included. */
    record Period(String code, long firstDay, long lastDay) implements Serializable {

        /** The rule that the code breaks on the day, or {@code null}. */
        @Nullable
        Rule brokenOn(LocalDate day) {
            long epochDay = day.toEpochDay();
            if (epochDay < firstDay) {
                return Rule.CODE_NOT_YET;
            }
            return epochDay > lastDay ? Rule.CODE_ABOLISHED : null;
        }
    }

    private final Map<String, Period> periods = new HashMap<>();

    CodePeriods(CodeList list) {
        for (Code code : list.codes()) {
            LocalDate from = code.validFrom();
            LocalDate to = code.validTo();
            periods.put(
                    code.code(),
                    new Period(
                            code.code(),
                            from == null ? Long.MIN_VALUE : from.toEpochDay(),
                            to == null ? Long.MAX_VALUE : to.toEpochDay()));
        }
    }

    @Nullable
    Period find(String code) {
        return periods.get(code);
    }
}
