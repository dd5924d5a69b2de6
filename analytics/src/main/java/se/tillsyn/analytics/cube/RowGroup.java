package se.tillsyn.analytics.cube;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.finding.Outcome;
import se.tillsyn.ingest.table.ScannedColumn;

/**
 * One row group of findings: what its codes mean, and its rows. The codes of all rows are put together column by column;
 * columns that only some topics need are not unpacked before a row asks for them.
 */
final class RowGroup {

    private static final int NOWHERE = -1;

    private final RowReader reader;
    private final CubeDimensions dimensions;
    private final int rows;
    /** {@link FindingCode} of each row, or {@link #NOWHERE}; longer than there are rows. */
    private final long[] codes;

    private final ScannedColumn unit;
    private final ScannedColumn topic;
    private final ScannedColumn outcome;
    private final ScannedColumn assessed;
    private final ScannedColumn deficient;
    private final @Nullable ScannedColumn eligible;
    private final @Nullable ScannedColumn office;
    private final @Nullable ScannedColumn demand;
    private @Nullable ScannedColumn followedUpOn;
    private @Nullable ScannedColumn remedied;
    private @Nullable ScannedColumn value;
    private @Nullable ScannedColumn censored;
    private @Nullable ScannedColumn low;
    private @Nullable ScannedColumn high;

    private final int[] topics;
    private final boolean[] rate;
    private final boolean[] ofEligible;
    private final int[] officeIndex;
    private final boolean[] judgedOutcome;
    private final boolean[] deficientOutcome;
    private final int[] partOfUnit;
    private final int[] numberOfUnit;

    /** @param codes room for the codes of all rows */
    RowGroup(RowReader reader, CubeDimensions dimensions, int rows, long[] codes) throws IOException {
        this.reader = reader;
        this.dimensions = dimensions;
        this.rows = rows;
        this.codes = codes;
        unit = reader.column(FindingColumns.UNIT_ID);
        topic = reader.column(FindingColumns.TOPIC);
        outcome = reader.column(FindingColumns.OUTCOME);
        assessed = reader.column(FindingColumns.CASES_ASSESSED);
        deficient = reader.column(FindingColumns.CASES_DEFICIENT);
        topics = indexes(topic, code -> {
            Integer known = dimensions.topic(code);
            return known == null ? NOWHERE : known;
        });
        rate = new boolean[topics.length];
        ofEligible = new boolean[topics.length];
        boolean anyOfEligible = false;
        for (int i = 0; i < topics.length; i++) {
            rate[i] = topics[i] != NOWHERE && dimensions.isRate(topics[i]);
            ofEligible[i] = topics[i] != NOWHERE && dimensions.ofEligible(topics[i]);
            anyOfEligible |= ofEligible[i];
        }
        eligible = anyOfEligible ? reader.column(FindingColumns.ELIGIBLE) : null;
        office = dimensions.countsOffices() ? reader.column(FindingColumns.OFFICE) : null;
        officeIndex = office == null ? new int[0] : indexes(office, dimensions::office);
        demand = dimensions.countsFollowUps() ? reader.column(FindingColumns.DEMAND) : null;
        judgedOutcome = new boolean[outcome.distinct()];
        deficientOutcome = new boolean[outcome.distinct()];
        for (int i = 0; i < judgedOutcome.length; i++) {
            Outcome meant = Outcome.valueOf(outcome.text(i));
            judgedOutcome[i] = meant.judged();
            deficientOutcome[i] = meant == Outcome.DEFICIENT;
        }
        partOfUnit = new int[unit.distinct()];
        Arrays.fill(partOfUnit, NOWHERE);
        numberOfUnit = new int[unit.distinct()];
    }

    /** Reads all rows; returns whether any of its findings is about several operations together. */
    boolean readAll() throws IOException {
        putCodesTogether();
        boolean statements = false;
        for (int row = 0; row < rows; row++) {
            if (unit.id(row) == ScannedColumn.ABSENT) {
                statements = true;
            } else if (codes[row] != NOWHERE && reader.known(row, codes[row])) {
                read(row, codes[row]);
            }
        }
        return statements;
    }

    /** {@link #NOWHERE} has all bits, so that joining further codes to it leaves it as it is. */
    private void putCodesTogether() throws IOException {
        Arrays.fill(codes, 0, rows, 0);
        join(topic, codes(topics, FindingCode::ofTopic));
        ScannedColumn region = reader.column(FindingColumns.REGION_CODE);
        join(region, codes(indexes(region, dimensions::region), FindingCode::ofRegion));
        ScannedColumn day = reader.column(FindingColumns.INSPECTED_ON);
        join(day, daysOf(day));
        ScannedColumn age = reader.column(FindingColumns.AGE_GROUP);
        join(age, codes(indexes(age, dimensions::band), FindingCode::ofAgeGroup));
        ScannedColumn type = reader.column(FindingColumns.OPERATION_TYPE);
        join(type, codes(indexes(type, dimensions::operationType), FindingCode::ofOperationType));
        ScannedColumn basis = reader.column(FindingColumns.SELECTION_BASIS);
        join(basis, codes(indexes(basis, dimensions::basis), FindingCode::ofBasis));
        joinFlags();
    }

    private void join(ScannedColumn column, long[] meaning) {
        for (int row = 0; row < rows; row++) {
            codes[row] |= meaning[column.id(row)];
        }
    }

    /** Every day of the group, also those whose findings are not counted: the last of them says how far the store goes. */
    private long[] daysOf(ScannedColumn day) {
        long[] days = new long[day.distinct()];
        int last = 0;
        for (int i = 0; i < days.length; i++) {
            int number = CubeDimensions.day(day.number(i));
            last = Math.max(last, number);
            days[i] = FindingCode.ofDay(number);
        }
        reader.sawDay(last);
        return days;
    }

    /** What a combination of topic, observed unit, evidence and programme says, worked out once for each. */
    private void joinFlags() throws IOException {
        ScannedColumn observedUnit = reader.column(FindingColumns.OBSERVED_UNIT);
        ScannedColumn evidence = reader.column(FindingColumns.EVIDENCE);
        ScannedColumn programme = reader.column(FindingColumns.PROGRAMME);
        int combinations = observedUnit.distinct() * evidence.distinct() * programme.distinct();
        long[][] flags = new long[topics.length][];
        for (int i = 0; i < topics.length; i++) {
            flags[i] = new long[topics[i] == NOWHERE ? 0 : combinations];
            for (int j = 0; j < flags[i].length; j++) {
                int rest = j / programme.distinct();
                flags[i][j] = dimensions.flags(
                        topics[i],
                        observedUnit.text(rest / evidence.distinct()),
                        evidence.text(rest % evidence.distinct()),
                        programme.text(j % programme.distinct()));
            }
        }
        for (int row = 0; row < rows; row++) {
            if (codes[row] != NOWHERE) {
                int combination = (observedUnit.id(row) * evidence.distinct() + evidence.id(row)) * programme.distinct()
                        + programme.id(row);
                codes[row] |= flags[topic.id(row)][combination];
            }
        }
    }

    private static int[] indexes(ScannedColumn column, ToIntFunction<String> index) {
        int[] indexes = new int[column.distinct()];
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = index.applyAsInt(column.text(i));
        }
        return indexes;
    }

    private static long[] codes(int[] indexes, IntToLongFunction code) {
        long[] codes = new long[indexes.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = indexes[i] == NOWHERE ? NOWHERE : code.applyAsLong(indexes[i]);
        }
        return codes;
    }

    private void read(int row, long code) throws IOException {
        int unitId = unit.id(row);
        if (partOfUnit[unitId] == NOWHERE) {
            deal(unitId);
        }
        FindingRows part = reader.parts()[partOfUnit[unitId]];
        int number = numberOfUnit[unitId];
        int officeOf = office == null ? 0 : officeIndex[office.id(row)];
        if (rate[topic.id(row)]) {
            readRate(row, code, part, number, officeOf);
        } else {
            readValue(row, code, part, number, officeOf);
        }
    }

    private void readRate(int row, long code, FindingRows part, int number, int officeOf) throws IOException {
        int reviewed = whole(assessed, row);
        int applied = eligible != null && ofEligible[topic.id(row)] ? whole(eligible, row) : NOWHERE;
        int counted = applied != NOWHERE ? applied : reviewed;
        int outcomeId = outcome.id(row);
        boolean judged = judgedOutcome[outcomeId] && counted != 0;
        long judgement = code
                | (judged ? FindingCode.JUDGED : 0)
                | (judged && deficientOutcome[outcomeId] ? FindingCode.DEFICIENT : 0);
        boolean files = judged && counted > 0 && FindingCode.has(code, FindingCode.CASE_RATE);
        int found = whole(deficient, row);
        boolean exact = files && found != NOWHERE;
        part.findings.add(judgement, number, FindingRows.counts(exact ? counted : 0, exact ? found : 0, officeOf));
        if (files && !exact) {
            readBounds(row, judgement, part, number, counted);
        }
        if (demand != null && isTrue(demand, row)) {
            readDemand(row, judgement, part, number);
        }
    }

    private void readBounds(int row, long judgement, FindingRows part, int number, int counted) throws IOException {
        low = low == null ? reader.column(FindingColumns.VALUE_LOW) : low;
        high = high == null ? reader.column(FindingColumns.VALUE_HIGH) : high;
        int lowest = whole(low, row);
        int highest = whole(high, row);
        if (lowest != NOWHERE && highest != NOWHERE) {
            part.bounds.add(judgement, number, counted, ((long) lowest << Integer.SIZE) | highest);
        }
    }

    private void readDemand(int row, long judgement, FindingRows part, int number) throws IOException {
        followedUpOn = followedUpOn == null ? reader.column(FindingColumns.FOLLOWED_UP_ON) : followedUpOn;
        remedied = remedied == null ? reader.column(FindingColumns.REMEDIED) : remedied;
        int day = followedUpOn.id(row);
        part.demands.add(
                judgement,
                number,
                day == ScannedColumn.ABSENT ? NOWHERE : CubeDimensions.day(followedUpOn.number(day)),
                isTrue(remedied, row) ? 1 : 0);
    }

    private void readValue(int row, long code, FindingRows part, int number, int officeOf) throws IOException {
        part.findings.add(code, number, FindingRows.counts(0, 0, officeOf));
        value = value == null ? reader.column(FindingColumns.VALUE) : value;
        censored = censored == null ? reader.column(FindingColumns.CENSORED) : censored;
        int id = value.id(row);
        if (id != ScannedColumn.ABSENT) {
            part.values.add(isTrue(censored, row) ? code | FindingCode.DEFICIENT : code, number, value.number(id));
        }
    }

    private static boolean isTrue(ScannedColumn column, int row) {
        int id = column.id(row);
        return id != ScannedColumn.ABSENT && column.number(id) == 1;
    }

    private static int whole(ScannedColumn column, int row) {
        int id = column.id(row);
        return id == ScannedColumn.ABSENT ? NOWHERE : (int) column.number(id);
    }

    /** Says which part an operation is in, and its number there. */
    private void deal(int unitId) {
        String name = unit.text(unitId);
        partOfUnit[unitId] = Math.floorMod(spread(name.hashCode()), reader.parts().length);
        numberOfUnit[unitId] = reader.parts()[partOfUnit[unitId]].unit(name);
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }
}
