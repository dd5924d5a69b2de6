package se.tillsyn.analytics.publication;

import static se.tillsyn.ingest.table.Column.flag;
import static se.tillsyn.ingest.table.Column.optionalReal;
import static se.tillsyn.ingest.table.Column.optionalText;
import static se.tillsyn.ingest.table.Column.optionalWhole;
import static se.tillsyn.ingest.table.Column.text;

import java.util.List;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.ReleaseLayout;
import se.tillsyn.analytics.release.StatementColumns;
import se.tillsyn.ingest.table.Table;

/** The tables of a release, once for every format. */
final class ReleaseTables {

    static final Table<Statement> STATEMENTS = new Table<>(
            ReleaseLayout.STATEMENTS,
            List.of(
                    text(StatementColumns.STATEMENT, Statement::statement),
                    text(StatementColumns.TOPIC, Statement::topic),
                    text(StatementColumns.REGION, Statement::region),
                    text(StatementColumns.PERIOD, Statement::period),
                    text(StatementColumns.AGE_GROUP, Statement::ageGroup),
                    text(StatementColumns.OPERATION_TYPE, Statement::operationType),
                    text(StatementColumns.PROGRAMME, Statement::programme),
                    text(StatementColumns.SELECTION_BASIS, Statement::selectionBasis),
                    text(StatementColumns.OBSERVED_UNIT, Statement::observedUnit),
                    text(StatementColumns.EVIDENCE, Statement::evidence),
                    text(StatementColumns.OUTCOME, Statement::outcome),
                    optionalWhole(StatementColumns.N, Statement::n),
                    optionalWhole(StatementColumns.LOW, Statement::low),
                    optionalWhole(StatementColumns.HIGH, Statement::high),
                    optionalText(StatementColumns.VALUE_UNIT, Statement::valueUnit),
                    optionalReal(StatementColumns.RATE_LOW, Statement::rateLow),
                    optionalReal(StatementColumns.RATE_HIGH, Statement::rateHigh),
                    optionalReal(StatementColumns.LIMIT_LOWER, Statement::limitLower),
                    optionalReal(StatementColumns.LIMIT_UPPER, Statement::limitUpper)));

    private ReleaseTables() {}

    /** Rates; the name tells view, kind of period and level. */
    static Table<RateRow> rates(String name) {
        return new Table<>(
                name,
                List.of(
                        text(RateColumns.TOPIC, row -> row.cell().topic()),
                        text(RateColumns.REGION, row -> row.cell().region()),
                        text(RateColumns.PERIOD, row -> row.cell().period()),
                        text(RateColumns.AGE_GROUP, row -> row.cell().ageGroup()),
                        text(RateColumns.OPERATION_TYPE, row -> row.cell().operationType()),
                        text(RateColumns.SELECTION_BASIS, row -> row.cell().selectionBasis()),
                        optionalWhole(
                                RateColumns.CASES_ASSESSED, row -> row.cases().assessed()),
                        optionalWhole(
                                RateColumns.CASES_DEFICIENT, row -> row.cases().deficient()),
                        optionalReal(RateColumns.CASE_RATE, row -> row.cases().rate()),
                        optionalReal(
                                RateColumns.CASE_RATE_LOWER, row -> row.cases().lower()),
                        optionalReal(
                                RateColumns.CASE_RATE_UPPER, row -> row.cases().upper()),
                        optionalReal(RateColumns.CASE_RATE_LOWER_998, row -> row.cases()
                                .widerLower()),
                        optionalReal(RateColumns.CASE_RATE_UPPER_998, row -> row.cases()
                                .widerUpper()),
                        optionalText(
                                RateColumns.CASE_RATE_METHOD, row -> row.cases().method()),
                        text(
                                RateColumns.CASE_STATUS,
                                row -> row.cases().status().code()),
                        optionalWhole(
                                RateColumns.UNITS_ASSESSED, row -> row.units().assessed()),
                        optionalWhole(
                                RateColumns.UNITS_DEFICIENT, row -> row.units().deficient()),
                        optionalReal(RateColumns.UNIT_RATE, row -> row.units().rate()),
                        optionalReal(
                                RateColumns.UNIT_RATE_LOWER, row -> row.units().lower()),
                        optionalReal(
                                RateColumns.UNIT_RATE_UPPER, row -> row.units().upper()),
                        optionalReal(RateColumns.UNIT_RATE_LOWER_998, row -> row.units()
                                .widerLower()),
                        optionalReal(RateColumns.UNIT_RATE_UPPER_998, row -> row.units()
                                .widerUpper()),
                        text(
                                RateColumns.UNIT_STATUS,
                                row -> row.units().status().code()),
                        optionalWhole(
                                RateColumns.BAND_CASES,
                                row -> row.band() == null
                                        ? null
                                        : Integer.valueOf(row.band().cases())),
                        optionalReal(
                                RateColumns.BAND_LOW,
                                row -> row.band() == null
                                        ? null
                                        : Double.valueOf(row.band().low())),
                        optionalReal(
                                RateColumns.BAND_HIGH,
                                row -> row.band() == null
                                        ? null
                                        : Double.valueOf(row.band().high())),
                        optionalReal(
                                RateColumns.BAND_LOWER,
                                row -> row.band() == null
                                        ? null
                                        : Double.valueOf(row.band().limits().lower())),
                        optionalReal(
                                RateColumns.BAND_UPPER,
                                row -> row.band() == null
                                        ? null
                                        : Double.valueOf(row.band().limits().upper())),
                        flag(RateColumns.SYNTHETIC, row -> row.cell().synthetic())));
    }
}
