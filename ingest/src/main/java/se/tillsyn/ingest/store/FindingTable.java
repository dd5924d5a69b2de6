package se.tillsyn.ingest.store;

import static se.tillsyn.ingest.table.Column.day;
import static se.tillsyn.ingest.table.Column.flag;
import static se.tillsyn.ingest.table.Column.optionalDay;
import static se.tillsyn.ingest.table.Column.optionalFlag;
import static se.tillsyn.ingest.table.Column.optionalReal;
import static se.tillsyn.ingest.table.Column.optionalText;
import static se.tillsyn.ingest.table.Column.optionalWhole;
import static se.tillsyn.ingest.table.Column.text;
import static se.tillsyn.ingest.table.Column.whole;

import java.util.List;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.table.Table;

/** The findings as a table: in the store's Parquet files and in the sample's CSV files alike. */
public final class FindingTable {

    /** All columns of the contract in its order. */
    public static final Table<Finding> TABLE = new Table<>(
            "findings",
            List.of(
                    text(FindingColumns.FINDING_ID, Finding::findingId),
                    whole(FindingColumns.REVISION, Finding::revision),
                    flag(FindingColumns.WITHDRAWN, Finding::withdrawn),
                    text(FindingColumns.INSPECTION_ID, Finding::inspectionId),
                    day(FindingColumns.INSPECTED_ON, Finding::inspectedOn),
                    text(FindingColumns.PROGRAMME, Finding::programme),
                    text(FindingColumns.SELECTION_BASIS, Finding::selectionBasis),
                    text(FindingColumns.OFFICE, Finding::office),
                    text(FindingColumns.REGION_CODE, Finding::regionCode),
                    text(FindingColumns.OPERATION_TYPE, Finding::operationType),
                    optionalText(FindingColumns.UNIT_ID, Finding::unitId),
                    text(FindingColumns.AGE_GROUP, Finding::ageGroup),
                    text(FindingColumns.TOPIC, Finding::topic),
                    text(FindingColumns.OBSERVED_UNIT, Finding::observedUnit),
                    text(FindingColumns.EVIDENCE, Finding::evidence),
                    text(FindingColumns.OUTCOME, finding -> finding.outcome().name()),
                    optionalWhole(FindingColumns.CASES_ASSESSED, Finding::casesAssessed),
                    optionalWhole(FindingColumns.CASES_DEFICIENT, Finding::casesDeficient),
                    optionalWhole(FindingColumns.ELIGIBLE, Finding::eligible),
                    optionalReal(FindingColumns.VALUE, Finding::value),
                    optionalText(FindingColumns.VALUE_UNIT, Finding::valueUnit),
                    optionalFlag(FindingColumns.CENSORED, Finding::censored),
                    optionalWhole(FindingColumns.VALUE_LOW, Finding::valueLow),
                    optionalWhole(FindingColumns.VALUE_HIGH, Finding::valueHigh),
                    optionalFlag(FindingColumns.DEMAND, Finding::demand),
                    optionalDay(FindingColumns.FOLLOWED_UP_ON, Finding::followedUpOn),
                    optionalFlag(FindingColumns.REMEDIED, Finding::remedied)));

    private FindingTable() {}
}
