package se.tillsyn.ingest.validation;

import static se.tillsyn.ingest.finding.FindingColumns.indexOf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.deidentification.PersonalData;
import se.tillsyn.ingest.deidentification.PersonalDataScreen;
import se.tillsyn.ingest.deidentification.Place;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.finding.Outcome;
import se.tillsyn.ingest.source.PersonalMark;
import se.tillsyn.ingest.source.Row;

/** Turns rows into findings by the rules. Serves one row at a time; not for several threads. */
public final class FindingValidator {

    /** First day that an inspection may lie on; the oldest findings anyone has asked for are from the 2000s. */
    static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    /** Characters of the shortest number that may point at a person: a phone number without its area code is none. */
    private static final int SHORTEST_IDENTITY = 8;

    private static final int FINDING_ID = indexOf(FindingColumns.FINDING_ID);
    private static final int REVISION = indexOf(FindingColumns.REVISION);
    private static final int WITHDRAWN = indexOf(FindingColumns.WITHDRAWN);
    private static final int INSPECTION_ID = indexOf(FindingColumns.INSPECTION_ID);
    private static final int INSPECTED_ON = indexOf(FindingColumns.INSPECTED_ON);
    private static final int PROGRAMME = indexOf(FindingColumns.PROGRAMME);
    private static final int SELECTION_BASIS = indexOf(FindingColumns.SELECTION_BASIS);
    private static final int OFFICE = indexOf(FindingColumns.OFFICE);
    private static final int REGION_CODE = indexOf(FindingColumns.REGION_CODE);
    private static final int OPERATION_TYPE = indexOf(FindingColumns.OPERATION_TYPE);
    private static final int UNIT_ID = indexOf(FindingColumns.UNIT_ID);
    private static final int AGE_GROUP = indexOf(FindingColumns.AGE_GROUP);
    private static final int TOPIC = indexOf(FindingColumns.TOPIC);
    private static final int OBSERVED_UNIT = indexOf(FindingColumns.OBSERVED_UNIT);
    private static final int EVIDENCE = indexOf(FindingColumns.EVIDENCE);
    private static final int OUTCOME = indexOf(FindingColumns.OUTCOME);
    private static final int CASES_ASSESSED = indexOf(FindingColumns.CASES_ASSESSED);
    private static final int CASES_DEFICIENT = indexOf(FindingColumns.CASES_DEFICIENT);
    private static final int ELIGIBLE = indexOf(FindingColumns.ELIGIBLE);
    private static final int VALUE = indexOf(FindingColumns.VALUE);
    private static final int VALUE_UNIT = indexOf(FindingColumns.VALUE_UNIT);
    private static final int CENSORED = indexOf(FindingColumns.CENSORED);
    private static final int VALUE_LOW = indexOf(FindingColumns.VALUE_LOW);
    private static final int VALUE_HIGH = indexOf(FindingColumns.VALUE_HIGH);
    private static final int DEMAND = indexOf(FindingColumns.DEMAND);
    private static final int FOLLOWED_UP_ON = indexOf(FindingColumns.FOLLOWED_UP_ON);
    private static final int REMEDIED = indexOf(FindingColumns.REMEDIED);

    private final ValidCodes codes;
    private final LocalDate loadedOn;
    private final List<Rejection> defects = new ArrayList<>();
    /** By column the last text that was found good, and what it means; the same object again needs no second look. */
    private final @Nullable String[] goodTexts = new String[FindingColumns.ORDER.size()];

    private final @Nullable RecentCodes[] recentCodes = new RecentCodes[FindingColumns.ORDER.size()];
    private final @Nullable LocalDate[] goodDays = new LocalDate[FindingColumns.ORDER.size()];
    private Row row = Row.of(0, 0);
    private @Nullable LocalDate inspectedOn;

    /**
     * A validator.
     *
     * @param loadedOn day of loading; nothing may have happened after it
     */
    public FindingValidator(ValidCodes codes, LocalDate loadedOn) {
        this.codes = codes;
        this.loadedOn = loadedOn;
    }

    /** The finding, or {@code null} when the row breaks a rule; then {@link #defects()} says which. */
    public @Nullable Finding validate(Row toValidate) {
        row = toValidate;
        defects.clear();
        inspectedOn = requiredDay(INSPECTED_ON);
        for (PersonalMark mark : row.personal()) {
            defects.add(new Rejection(
                    row.line(),
                    row.record(),
                    row.part(),
                    mark.column(),
                    Rule.against(mark.kind()),
                    mark.length(),
                    null));
        }
        Integer assessed = whole(CASES_ASSESSED);
        Integer deficient = whole(CASES_DEFICIENT);
        Integer low = whole(VALUE_LOW);
        Integer high = whole(VALUE_HIGH);
        LocalDate followedUpOn = day(FOLLOWED_UP_ON);
        Double value = number(VALUE);
        String valueUnit = row.text(VALUE_UNIT).isEmpty() ? null : code(VALUE_UNIT);
        Boolean censored = flag(CENSORED);
        Outcome outcome = outcome();
        String findingId = id(FINDING_ID);
        int revision = revision();
        boolean withdrawn = Boolean.TRUE.equals(flag(WITHDRAWN));
        String inspectionId = id(INSPECTION_ID);
        String programme = code(PROGRAMME);
        String selectionBasis = code(SELECTION_BASIS);
        String office = code(OFFICE);
        String region = code(REGION_CODE);
        String operationType = code(OPERATION_TYPE);
        String unit = row.text(UNIT_ID).isEmpty() ? null : id(UNIT_ID);
        String ageGroup = code(AGE_GROUP);
        String topic = code(TOPIC);
        String observedUnit = code(OBSERVED_UNIT);
        String evidence = code(EVIDENCE);
        Integer eligible = whole(ELIGIBLE);
        Boolean demand = flag(DEMAND);
        Boolean remedied = flag(REMEDIED);
        checkCases(assessed, deficient, eligible, outcome);
        checkBounds(low, high);
        checkFollowUp(inspectedOn, followedUpOn);
        checkValue(value, valueUnit, censored);
        if (!defects.isEmpty() || inspectedOn == null || outcome == null) {
            return null;
        }
        return new Finding(
                findingId,
                revision,
                withdrawn,
                inspectionId,
                inspectedOn,
                programme,
                selectionBasis,
                office,
                region,
                operationType,
                unit,
                ageGroup,
                topic,
                observedUnit,
                evidence,
                outcome,
                assessed,
                deficient,
                eligible,
                value,
                valueUnit,
                censored,
                low,
                high,
                demand,
                followedUpOn,
                remedied);
    }

    /** Every defect of the row validated last; valid until the next one. */
    public List<Rejection> defects() {
        return Collections.unmodifiableList(defects);
    }

    /** Why a layout could not turn a text into the contract's. */
    private Rule unread(int column) {
        return row.misshapen(column) ? Rule.FORM : Rule.WORD;
    }

    /** Rejects a text that is no value of its column: for personal data, else for what befell it, else for the rule. */
    private void rejectUnread(int column, @Nullable Rule damage, Rule rule) {
        PersonalData kind = PersonalDataScreen.find(row.text(column), Place.CELL, inspectedOn);
        reject(column, kind == null ? orElse(damage, rule) : Rule.against(kind));
    }

    /** A number may be an identity number as well, when it is long enough. */
    private void screenLong(int column) {
        String text = row.text(column);
        if (text.length() >= SHORTEST_IDENTITY) {
            PersonalData kind = PersonalDataScreen.find(text, Place.CELL, inspectedOn);
            if (kind != null) {
                reject(column, Rule.against(kind));
            }
        }
    }

    private static Rule orElse(@Nullable Rule special, Rule general) {
        return special == null ? general : special;
    }

    private void reject(int column, Rule rule) {
        defects.add(rejection(row, column, rule, null));
    }

    private static Rejection rejection(Row row, int column, Rule rule, Rejection.@Nullable Other other) {
        return new Rejection(
                row.line(),
                row.record(),
                row.part(),
                row.sourceName(column),
                rule,
                row.text(column).length(),
                other);
    }

    /** The rejection of a valid row because of another one. */
    public static Rejection because(Row row, Rule rule, Rejection.Other other) {
        return rejection(row, FINDING_ID, rule, other);
    }

    private String id(int column) {
        String text = row.text(column);
        if (isGoodOnThatDay(column, text)) {
            return text;
        }
        if (text.isEmpty()) {
            reject(column, Rule.REQUIRED);
            return text;
        }
        PersonalData kind = PersonalDataScreen.find(text, Place.ID, inspectedOn);
        if (kind != null) {
            reject(column, Rule.against(kind));
        } else if (row.unmapped(column)) {
            reject(column, orElse(Damage.ofAny(text), unread(column)));
        } else if (!Texts.isId(text)) {
            reject(column, orElse(Damage.ofId(text), Rule.ID));
        } else {
            goodTexts[column] = text;
            goodDays[column] = inspectedOn;
        }
        return text;
    }

    @SuppressWarnings("ReferenceEquality") // a shortcut only: an equal text that is another object is judged again
    private boolean isGood(int column, String text) {
        return text == goodTexts[column] && !row.unmapped(column);
    }

    @SuppressWarnings("ReferenceEquality") // as above
    private boolean isGoodOnThatDay(int column, String text) {
        return isGood(column, text) && inspectedOn == goodDays[column];
    }

    private String code(int column) {
        String text = row.text(column);
        if (isGoodOnThatDay(column, text)) {
            return text;
        }
        if (text.isEmpty()) {
            reject(column, Rule.REQUIRED);
            return text;
        }
        if (row.unmapped(column)) {
            rejectUnread(column, Damage.ofAny(text), unread(column));
            return text;
        }
        CodePeriods.Period period = periodOf(column, text);
        if (period == null) {
            rejectUnread(column, Damage.ofCode(text, codes.of(column)), Rule.CODE);
            return text;
        }
        Rule broken = inspectedOn == null ? null : period.brokenOn(inspectedOn);
        if (broken != null) {
            reject(column, broken);
            return text;
        }
        goodTexts[column] = text;
        goodDays[column] = inspectedOn;
        return text;
    }

    private CodePeriods.@Nullable Period periodOf(int column, String text) {
        RecentCodes recent = recentCodes[column];
        if (recent == null) {
            recent = new RecentCodes(codes.of(column));
            recentCodes[column] = recent;
        }
        return recent.find(text);
    }

    /** Whether the field holds a text that a reader of values can try; an unmapped word is a defect here. */
    private boolean given(int column) {
        if (row.text(column).isEmpty()) {
            return false;
        }
        if (row.unmapped(column)) {
            rejectUnread(column, Damage.ofAny(row.text(column)), unread(column));
            return false;
        }
        return true;
    }

    private @Nullable Outcome outcome() {
        if (row.text(OUTCOME).isEmpty()) {
            reject(OUTCOME, Rule.REQUIRED);
            return null;
        }
        if (!given(OUTCOME)) {
            return null;
        }
        Outcome outcome =
                switch (row.text(OUTCOME)) {
                    case "DEFICIENT" -> Outcome.DEFICIENT;
                    case "MET" -> Outcome.MET;
                    case "NOT_ASSESSED" -> Outcome.NOT_ASSESSED;
                    case "NOT_APPLICABLE" -> Outcome.NOT_APPLICABLE;
                    default -> null;
                };
        if (outcome == null) {
            rejectUnread(OUTCOME, Damage.ofAny(row.text(OUTCOME)), Rule.CODE);
        }
        return outcome;
    }

    private @Nullable Integer whole(int column) {
        if (!given(column)) {
            return null;
        }
        int value = Texts.whole(row.text(column));
        if (value == Texts.NOT_WHOLE) {
            rejectUnread(column, Damage.ofNumber(row.text(column)), Rule.WHOLE);
            return null;
        }
        if (value == Texts.TOO_LARGE) {
            rejectUnread(column, null, Rule.RANGE);
            return null;
        }
        screenLong(column);
        return value;
    }

    private int revision() {
        Integer revision = whole(REVISION);
        if (revision == null) {
            return 1;
        }
        if (revision < 1) {
            reject(REVISION, Rule.RANGE);
        }
        return revision;
    }

    private @Nullable Double number(int column) {
        if (!given(column)) {
            return null;
        }
        Double value = Texts.number(row.text(column));
        if (value == null) {
            rejectUnread(column, Damage.ofNumber(row.text(column)), Rule.NUMBER);
        } else {
            screenLong(column);
        }
        return value;
    }

    private @Nullable Boolean flag(int column) {
        if (!given(column)) {
            return null;
        }
        String text = row.text(column);
        if (text.equals("true")) {
            return Boolean.TRUE;
        }
        if (text.equals("false")) {
            return Boolean.FALSE;
        }
        rejectUnread(column, Damage.ofAny(text), Rule.FLAG);
        return null;
    }

    private @Nullable LocalDate requiredDay(int column) {
        if (row.text(column).isEmpty()) {
            reject(column, Rule.REQUIRED);
            return null;
        }
        return day(column);
    }

    private @Nullable LocalDate day(int column) {
        if (!given(column)) {
            return null;
        }
        String text = row.text(column);
        if (isGood(column, text)) {
            return goodDays[column];
        }
        LocalDate day = Texts.day(text);
        if (day == null) {
            PersonalData kind = PersonalDataScreen.find(text, Place.DATE);
            reject(column, kind == null ? orElse(Damage.ofDay(text), Rule.DATE) : Rule.against(kind));
            return null;
        }
        if (day.isBefore(EARLIEST)) {
            reject(column, Rule.DATE_EARLY);
        } else if (day.isAfter(loadedOn)) {
            reject(column, Rule.DATE_FUTURE);
        } else {
            goodTexts[column] = text;
            goodDays[column] = day;
        }
        return day;
    }

    private void checkCases(
            @Nullable Integer assessed,
            @Nullable Integer deficient,
            @Nullable Integer eligible,
            @Nullable Outcome outcome) {
        if (deficient == null) {
            return;
        }
        if (assessed == null) {
            if (row.text(CASES_ASSESSED).isEmpty()) {
                reject(CASES_DEFICIENT, Rule.DEFICIENT_WITHOUT_ASSESSED);
            }
        } else if (deficient > assessed) {
            reject(CASES_DEFICIENT, Rule.DEFICIENT_EXCEEDS_ASSESSED);
        }
        if (eligible != null && deficient > eligible) {
            reject(CASES_DEFICIENT, Rule.DEFICIENT_EXCEEDS_ELIGIBLE);
        }
        if (outcome != null && (outcome == Outcome.DEFICIENT) != (deficient > 0)) {
            reject(OUTCOME, Rule.OUTCOME_CONTRADICTS_CASES);
        }
    }

    private void checkBounds(@Nullable Integer low, @Nullable Integer high) {
        if (low != null && high != null && low > high) {
            reject(VALUE_LOW, Rule.BOUNDS_CROSSED);
        }
    }

    private void checkFollowUp(@Nullable LocalDate inspectedOn, @Nullable LocalDate followedUpOn) {
        if (inspectedOn != null && followedUpOn != null && followedUpOn.isBefore(inspectedOn)) {
            reject(FOLLOWED_UP_ON, Rule.FOLLOWED_UP_BEFORE_INSPECTION);
        }
    }

    private void checkValue(@Nullable Double value, @Nullable String unit, @Nullable Boolean censored) {
        if (Boolean.TRUE.equals(censored) && row.text(VALUE).isEmpty()) {
            reject(CENSORED, Rule.CENSORED_WITHOUT_VALUE);
        }
        if (value != null && unit == null) {
            reject(VALUE, Rule.VALUE_WITHOUT_UNIT);
        }
    }
}
