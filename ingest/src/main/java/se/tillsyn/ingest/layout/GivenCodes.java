package se.tillsyn.ingest.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.finding.Outcome;
import se.tillsyn.ingest.profile.CodeList;
import se.tillsyn.ingest.profile.CodeListName;
import se.tillsyn.ingest.profile.Profile;

/** The codes that a layout gives, compared with those that there are. */
final class GivenCodes {

    /** Codes that one message names; the rest are counted. */
    private static final int NAMED = 20;

    private static final Set<String> OUTCOMES =
            Arrays.stream(Outcome.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> FLAGS = Set.of("true", "false");

    private static final List<String> FLAG_COLUMNS =
            List.of(FindingColumns.WITHDRAWN, FindingColumns.CENSORED, FindingColumns.DEMAND, FindingColumns.REMEDIED);

    private final Layout layout;
    private final Profile profile;
    private final List<String> missing = new ArrayList<>();
    private int unnamed;

    private GivenCodes(Layout layout, Profile profile) {
        this.layout = layout;
        this.profile = profile;
    }

    /** Where the layout gives a code that does not exist, and which. */
    static List<String> missing(Layout layout, Profile profile) {
        GivenCodes codes = new GivenCodes(layout, profile);
        layout.columns().forEach(codes::check);
        if (codes.unnamed > 0) {
            codes.missing.add("and " + codes.unnamed + " more");
        }
        return codes.missing;
    }

    private void check(String target, ColumnRule rule) {
        String key = "columns." + target;
        if (rule instanceof ColumnRule.Constant constant) {
            require(target, key + ".constant", constant.value());
        } else if (rule instanceof ColumnRule.Copied copied && copied.cell() instanceof Cell.WideCode) {
            layout.wideColumns().values().forEach(code -> require(target, "wide", code));
        } else if (rule instanceof ColumnRule.Mapped mapped) {
            mapped.codes().values().forEach(code -> require(target, key + ".map", code));
            Scale scale = mapped.scale();
            if (scale != null) {
                scale.steps().forEach(step -> require(target, key + ".scale", step.code()));
            }
            require(target, key + ".otherwise", mapped.otherwise());
            require(target, key + ".empty", mapped.empty());
        } else if (rule instanceof ColumnRule.Measured measured) {
            for (Map.Entry<String, UnitFactor> unit : measured.units().entrySet()) {
                require(
                        FindingColumns.VALUE_UNIT,
                        key + ".unit",
                        unit.getValue().code());
            }
        }
    }

    private void require(String target, String key, @Nullable String code) {
        if (code == null || code.isEmpty() || isCodeOf(target).test(code)) {
            return;
        }
        if (missing.size() < NAMED) {
            missing.add(key + ": " + code);
        } else {
            unnamed++;
        }
    }

    private Predicate<String> isCodeOf(String target) {
        if (target.equals(FindingColumns.OUTCOME)) {
            return OUTCOMES::contains;
        }
        if (FLAG_COLUMNS.contains(target)) {
            return FLAGS::contains;
        }
        CodeListName list = CodeListName.ofColumn(target);
        if (list == null) {
            return code -> true;
        }
        CodeList codes = profile.codes(list);
        return codes::contains;
    }
}
