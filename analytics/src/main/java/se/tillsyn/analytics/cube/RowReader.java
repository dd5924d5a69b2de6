package se.tillsyn.analytics.cube;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.finding.Outcome;
import se.tillsyn.ingest.store.FindingTable;
import se.tillsyn.ingest.table.ScannedColumn;
import se.tillsyn.ingest.table.TableScan;

/**
 * Reads findings files into {@link FindingRows}, one for each part of the operations. What a code means is looked up once
 * per distinct code of a row group; a row costs a handful of additions.
 *
 * <p>Files count only where evidence and observed unit allow a case rate; where the requirement applied to some of them
 * only ({@code eligible}), those are the denominator. 0 of 0 is no judgement.
 */
final class RowReader {

    private static final List<String> COLUMNS = List.of(
            FindingColumns.UNIT_ID,
            FindingColumns.TOPIC,
            FindingColumns.REGION_CODE,
            FindingColumns.INSPECTED_ON,
            FindingColumns.AGE_GROUP,
            FindingColumns.OPERATION_TYPE,
            FindingColumns.SELECTION_BASIS,
            FindingColumns.OBSERVED_UNIT,
            FindingColumns.EVIDENCE,
            FindingColumns.PROGRAMME,
            FindingColumns.OFFICE,
            FindingColumns.OUTCOME,
            FindingColumns.CASES_ASSESSED,
            FindingColumns.CASES_DEFICIENT,
            FindingColumns.ELIGIBLE,
            FindingColumns.VALUE,
            FindingColumns.CENSORED,
            FindingColumns.VALUE_LOW,
            FindingColumns.VALUE_HIGH,
            FindingColumns.DEMAND,
            FindingColumns.FOLLOWED_UP_ON,
            FindingColumns.REMEDIED,
            FindingColumns.FINDING_ID,
            FindingColumns.REVISION,
            FindingColumns.WITHDRAWN);

    /** Columns that are needed only where a finding may have been replaced. */
    private static final int FOR_REVISIONS = 3;

    private static final int NOWHERE = -1;

    /** So many that few other findings share a bit with a revised one. */
    private static final int BITS_PER_REVISION = 32;

    private final CubeDimensions dimensions;
    private final Map<String, Integer> newestRevisions;
    /** Bits at the hashes of the keys of {@link #newestRevisions}: most findings are told from them without a text. */
    private final BitSet revised;

    private final int revisedMask;

    private final FindingRows[] parts;

    /**
     * @param newestRevisions highest revision of each finding that has more than one, see {@link Revisions}
     * @param partCount into how many parts the operations are dealt
     */
    RowReader(CubeDimensions dimensions, Map<String, Integer> newestRevisions, int partCount) {
        this.dimensions = dimensions;
        this.newestRevisions = newestRevisions;
        revisedMask = Integer.highestOneBit(Math.max(1, newestRevisions.size())) * BITS_PER_REVISION - 1;
        revised = new BitSet(revisedMask + 1);
        newestRevisions.keySet().forEach(key -> revised.set((int) (ScannedColumn.hashOf(key) & revisedMask)));
        parts = new FindingRows[partCount];
        for (int i = 0; i < partCount; i++) {
            parts[i] = new FindingRows();
        }
    }

    /** The findings read so far, by part. */
    FindingRows[] parts() {
        return parts;
    }

    /** Reads a file; returns whether any of its findings is about several operations together. */
    boolean read(Path file) throws IOException {
        boolean statements = false;
        List<String> columns = newestRevisions.isEmpty() ? COLUMNS.subList(0, COLUMNS.size() - FOR_REVISIONS) : COLUMNS;
        try (TableScan scan = new TableScan(file, FindingTable.TABLE, columns)) {
            while (scan.next()) {
                statements |= new Group(scan).readAll();
            }
        }
        return statements;
    }

    private static ScannedColumn column(TableScan scan, String name) {
        return scan.column(COLUMNS.indexOf(name));
    }

    /** One row group: what its codes mean, and its rows. */
    private final class Group {

        private final int rows;
        private final ScannedColumn unit;
        private final ScannedColumn topic;
        private final ScannedColumn region;
        private final ScannedColumn day;
        private final ScannedColumn age;
        private final ScannedColumn type;
        private final ScannedColumn basis;
        private final ScannedColumn observedUnit;
        private final ScannedColumn evidence;
        private final ScannedColumn programme;
        private final ScannedColumn office;
        private final ScannedColumn outcome;
        private final ScannedColumn assessed;
        private final ScannedColumn deficient;
        private final ScannedColumn eligible;
        private final ScannedColumn value;
        private final ScannedColumn censored;
        private final ScannedColumn low;
        private final ScannedColumn high;
        private final ScannedColumn demand;
        private final ScannedColumn followedUpOn;
        private final ScannedColumn remedied;
        private final @Nullable ScannedColumn id;
        private final @Nullable ScannedColumn revision;
        private final @Nullable ScannedColumn withdrawn;

        private final long[] topicCode;
        private final boolean[] rate;
        private final long[] regionCode;
        private final long[] dayCode;
        private final long[] ageCode;
        private final long[] typeCode;
        private final long[] basisCode;
        private final int[] officeIndex;
        private final boolean[] judgedOutcome;
        private final boolean[] deficientOutcome;
        private final int[][] flags;
        private final boolean[] ofEligible;
        private final int[] partOfUnit;
        private final int[] numberOfUnit;

        Group(TableScan scan) {
            rows = scan.rows();
            unit = column(scan, FindingColumns.UNIT_ID);
            topic = column(scan, FindingColumns.TOPIC);
            region = column(scan, FindingColumns.REGION_CODE);
            day = column(scan, FindingColumns.INSPECTED_ON);
            age = column(scan, FindingColumns.AGE_GROUP);
            type = column(scan, FindingColumns.OPERATION_TYPE);
            basis = column(scan, FindingColumns.SELECTION_BASIS);
            observedUnit = column(scan, FindingColumns.OBSERVED_UNIT);
            evidence = column(scan, FindingColumns.EVIDENCE);
            programme = column(scan, FindingColumns.PROGRAMME);
            office = column(scan, FindingColumns.OFFICE);
            outcome = column(scan, FindingColumns.OUTCOME);
            assessed = column(scan, FindingColumns.CASES_ASSESSED);
            deficient = column(scan, FindingColumns.CASES_DEFICIENT);
            eligible = column(scan, FindingColumns.ELIGIBLE);
            value = column(scan, FindingColumns.VALUE);
            censored = column(scan, FindingColumns.CENSORED);
            low = column(scan, FindingColumns.VALUE_LOW);
            high = column(scan, FindingColumns.VALUE_HIGH);
            demand = column(scan, FindingColumns.DEMAND);
            followedUpOn = column(scan, FindingColumns.FOLLOWED_UP_ON);
            remedied = column(scan, FindingColumns.REMEDIED);
            boolean revised = !newestRevisions.isEmpty();
            id = revised ? column(scan, FindingColumns.FINDING_ID) : null;
            revision = revised ? column(scan, FindingColumns.REVISION) : null;
            withdrawn = revised ? column(scan, FindingColumns.WITHDRAWN) : null;

            int[] topics = indexes(topic, code -> {
                Integer known = dimensions.topic(code);
                return known == null ? NOWHERE : known;
            });
            topicCode = codes(topics, FindingCode::ofTopic);
            rate = new boolean[topics.length];
            for (int i = 0; i < rate.length; i++) {
                rate[i] = topics[i] != NOWHERE && dimensions.isRate(topics[i]);
            }
            regionCode = codes(indexes(region, dimensions::region), FindingCode::ofRegion);
            dayCode = new long[day.distinct()];
            for (int i = 0; i < dayCode.length; i++) {
                dayCode[i] = FindingCode.ofDay(CubeDimensions.day(day.number(i)));
            }
            ageCode = codes(indexes(age, dimensions::band), FindingCode::ofAgeGroup);
            typeCode = codes(indexes(type, dimensions::operationType), FindingCode::ofOperationType);
            basisCode = codes(indexes(basis, dimensions::basis), FindingCode::ofBasis);
            officeIndex = indexes(office, dimensions::office);
            judgedOutcome = new boolean[outcome.distinct()];
            deficientOutcome = new boolean[outcome.distinct()];
            for (int i = 0; i < judgedOutcome.length; i++) {
                Outcome meant = Outcome.valueOf(outcome.text(i));
                judgedOutcome[i] = meant.judged();
                deficientOutcome[i] = meant == Outcome.DEFICIENT;
            }
            ofEligible = new boolean[topics.length];
            flags = new int[topics.length][];
            for (int i = 0; i < topics.length; i++) {
                if (topics[i] != NOWHERE) {
                    ofEligible[i] = dimensions.ofEligible(topics[i]);
                    flags[i] = flagsOf(topics[i]);
                }
            }
            partOfUnit = new int[unit.distinct()];
            Arrays.fill(partOfUnit, NOWHERE);
            numberOfUnit = new int[unit.distinct()];
        }

        /** What every combination of observed unit, evidence and programme says of a topic. */
        private int[] flagsOf(int topicIndex) {
            int[] said = new int[observedUnit.distinct() * evidence.distinct() * programme.distinct()];
            for (int i = 0; i < said.length; i++) {
                int rest = i / programme.distinct();
                said[i] = dimensions.flags(
                        topicIndex,
                        observedUnit.text(rest / evidence.distinct()),
                        evidence.text(rest % evidence.distinct()),
                        programme.text(i % programme.distinct()));
            }
            return said;
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

        boolean readAll() {
            boolean statements = false;
            int lastDay = 0;
            for (long code : dayCode) {
                lastDay = Math.max(lastDay, FindingCode.day(code));
            }
            for (FindingRows part : parts) {
                part.sawDay(lastDay);
            }
            for (int row = 0; row < rows; row++) {
                if (unit.id(row) == ScannedColumn.ABSENT) {
                    statements = true;
                } else if (known(row)) {
                    read(row);
                }
            }
            return statements;
        }

        /** Whether no higher revision replaced the finding and none withdrew it. */
        private boolean known(int row) {
            if (id == null || revision == null || withdrawn == null) {
                return true;
            }
            if (withdrawn.number(withdrawn.id(row)) != 0) {
                return false;
            }
            if (!revised.get((int) (id.textHash(id.id(row)) & revisedMask))) {
                return true;
            }
            Integer newest = newestRevisions.get(id.text(id.id(row)));
            return newest == null || revision.number(revision.id(row)) == newest;
        }

        private void read(int row) {
            long inTopic = topicCode[topic.id(row)];
            long inRegion = regionCode[region.id(row)];
            if (inTopic == NOWHERE || inRegion == NOWHERE) {
                return;
            }
            int meaning = (observedUnit.id(row) * evidence.distinct() + evidence.id(row)) * programme.distinct()
                    + programme.id(row);
            long code = inTopic
                    | inRegion
                    | dayCode[day.id(row)]
                    | ageCode[age.id(row)]
                    | typeCode[type.id(row)]
                    | basisCode[basis.id(row)]
                    | flags[topic.id(row)][meaning];
            int unitId = unit.id(row);
            FindingRows part = partOf(unitId);
            int number = numberOfUnit[unitId];
            int officeOf = officeIndex[office.id(row)];
            if (rate[topic.id(row)]) {
                readRate(row, code, part, number, officeOf);
            } else {
                readValue(row, code, part, number, officeOf);
            }
        }

        private void readRate(int row, long code, FindingRows part, int number, int officeOf) {
            int reviewed = whole(assessed, row);
            int applied = ofEligible[topic.id(row)] ? whole(eligible, row) : NOWHERE;
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
            if (files && !exact && whole(low, row) != NOWHERE && whole(high, row) != NOWHERE) {
                part.bounds.add(
                        judgement, number, counted, ((long) whole(low, row) << Integer.SIZE) | whole(high, row));
            }
            if (dimensions.countsFollowUps() && isTrue(demand, row)) {
                int day = followedUpOn.id(row);
                part.demands.add(
                        judgement,
                        number,
                        day == ScannedColumn.ABSENT ? NOWHERE : CubeDimensions.day(followedUpOn.number(day)),
                        isTrue(remedied, row) ? 1 : 0);
            }
        }

        private void readValue(int row, long code, FindingRows part, int number, int officeOf) {
            part.findings.add(code, number, FindingRows.counts(0, 0, officeOf));
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

        private FindingRows partOf(int unitId) {
            if (partOfUnit[unitId] == NOWHERE) {
                String name = unit.text(unitId);
                int part = Math.floorMod(spread(name.hashCode()), parts.length);
                partOfUnit[unitId] = part;
                numberOfUnit[unitId] = parts[part].unit(name);
            }
            return parts[partOfUnit[unitId]];
        }

        private static int spread(int hash) {
            int mixed = hash * 0x9E3779B9;
            return mixed ^ (mixed >>> 15);
        }
    }
}
