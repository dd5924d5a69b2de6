package se.tillsyn.analytics.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.tillsyn.ingest.profile.Code;
import se.tillsyn.ingest.profile.CodeListName;
import se.tillsyn.ingest.profile.Indicator;
import se.tillsyn.ingest.profile.Profile;

/**
 * The peer: the same cells from the same Parquet files by DuckDB. {@code optimised} adds up each operation's findings first,
 * then its totals over ages and types, then operations by region, then regions upwards. {@code cube} is what one would write
 * first: every finding joined to its regions, grouping sets, {@code count(distinct)}. Arguments: mode, home, profile,
 * folder for temporary files, memory limit.
 */
public final class DuckDbCube {

    /** Stands for no limit but DuckDB's own, four fifths of the machine's memory. */
    static final String OWN_MEMORY = "own";

    private final Statement sql;
    private final String files;
    private final Profile profile;

    private DuckDbCube(Statement sql, String files, Profile profile) {
        this.sql = sql;
        this.files = files;
        this.profile = profile;
    }

    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set threads = " + Runtime.getRuntime().availableProcessors());
            statement.execute("set preserve_insertion_order = false");
            statement.execute("set temp_directory = '" + arguments[3] + "'");
            if (!arguments[4].equals(OWN_MEMORY)) {
                statement.execute("set memory_limit = '" + arguments[4] + "'");
            }
            DuckDbCube cube = new DuckDbCube(
                    statement, arguments[1] + "/store/batches/*/findings-*.parquet", Profile.load(arguments[2]));
            cube.codes();
            System.out.println(arguments[0].equals("optimised") ? cube.optimised() : cube.plain());
        }
    }

    /** Code lists as tables. */
    private void codes() throws SQLException {
        List<String> topics = new ArrayList<>();
        List<String> counted = new ArrayList<>();
        for (Indicator indicator : profile.indicators()) {
            Indicator.Conditions conditions = indicator.conditions();
            if (indicator.kind() == Indicator.Kind.RATE) {
                boolean eligible = conditions != null && conditions.denominator() == Indicator.Denominator.ELIGIBLE;
                topics.add("('" + indicator.id() + "', " + eligible + ")");
            }
            if (conditions != null) {
                for (String unit : conditions.observedUnits()) {
                    for (String evidence : conditions.evidence()) {
                        counted.add("('" + indicator.id() + "', '" + unit + "', '" + evidence + "')");
                    }
                }
            }
        }
        table("topics(topic varchar, of_eligible boolean)", topics);
        table("files(topic varchar, observed_unit varchar, evidence varchar)", counted);
        List<String> bands = new ArrayList<>();
        for (Code age : profile.codes(CodeListName.AGE_GROUPS).codes()) {
            String band = age.attribute("analysis_band");
            bands.add("('" + age.code() + "', " + (band == null ? "null" : "'" + band + "'") + ")");
        }
        table("bands(age_group varchar, band varchar)", bands);
        List<String> above = new ArrayList<>();
        for (Code region : profile.codes(CodeListName.REGIONS).codes()) {
            for (String at : profile.regions().selfAndAbove(region.code())) {
                boolean quarters = !profile.regions().levelOf(at).equals("municipality");
                above.add("('" + region.code() + "', '" + at + "', " + quarters + ")");
            }
        }
        for (Map<String, String> member : profile.rows(profile.description().regionGroupMembers())) {
            above.add("('" + member.get("region") + "', '" + member.get("group") + "', false)");
        }
        table("above(region_code varchar, region varchar, quarters boolean)", above);
    }

    private void table(String definition, List<String> rows) throws SQLException {
        sql.execute("create table " + definition);
        sql.execute("insert into " + definition.substring(0, definition.indexOf('(')) + " values "
                + String.join(", ", rows));
    }

    /** Judged findings as known now, one row each. */
    private String findings() {
        return """
                with newest as materialized (
                  select finding_id, max(revision) as newest from read_parquet('%1$s')
                  where revision > 1 or withdrawn group by finding_id),
                f as (
                  select unit_id, region_code, topic, y, q, band, type, judged and outcome = 'DEFICIENT' as d, judged as j,
                    case when exact then counted else 0 end as n, case when exact then cases_deficient else 0 end as x
                  from (
                    select unit_id, region_code, topic, year(inspected_on) as y, quarter(inspected_on) as q, band, operation_type as type, outcome,
                      cases_deficient, case when of_eligible then coalesce(eligible, cases_assessed, -1)
                        else coalesce(cases_assessed, -1) end as counted,
                      outcome in ('DEFICIENT', 'MET') and counted <> 0 as judged,
                      judged and coalesce(entering, false) and counted > 0 and cases_deficient is not null as exact
                    from read_parquet('%1$s')
                    left join newest using (finding_id)
                    join topics using (topic) join bands using (age_group)
                    left join (select topic, observed_unit, evidence, true as entering from files)
                      using (topic, observed_unit, evidence)
                    where unit_id is not null and not withdrawn and revision = coalesce(newest, revision)))
                """.formatted(files);
    }

    private String optimised() throws SQLException {
        sql.execute("create table cells as " + findings() + """
                , finest as (
                  select unit_id, region_code, topic, y, q, band, type, max(j) as j, max(d) as d, sum(n) as n, sum(x) as x
                  from f group by all),
                unit_cells as (
                  select unit_id, region_code, topic, y, q, band, type,
                    grouping(q) as gq, grouping(band) as ga, grouping(type) as gt,
                    max(j) as j, max(d) as d, sum(n)::bigint as n, sum(x)::bigint as x
                  from finest group by grouping sets (
                    (unit_id, region_code, topic, y), (unit_id, region_code, topic, y, band),
                    (unit_id, region_code, topic, y, type), (unit_id, region_code, topic, y, band, type),
                    (unit_id, region_code, topic, y, q), (unit_id, region_code, topic, y, q, band),
                    (unit_id, region_code, topic, y, q, type), (unit_id, region_code, topic, y, q, band, type))
                  having ga = 1 or band is not null),
                region_cells as (
                  select region_code, topic, y, q, band, type, gq, ga, gt,
                    sum(j::int) as units, sum(d::int) as deficient_units,
                    sum(n) as cases, sum(x) as deficient, sum(n * n + n * x + x * x) as squares
                  from unit_cells group by all)
                select region, topic, y, q, band, type, gq, ga, gt, sum(units) as units,
                  sum(deficient_units) as deficient_units,
                  sum(cases) as cases, sum(deficient) as deficient, sum(squares) as squares
                from region_cells join above using (region_code) where gq = 1 or quarters
                group by all order by topic, region, y, gq desc, q, ga desc, band, gt desc, type
                """);
        return summary("squares");
    }

    private String plain() throws SQLException {
        sql.execute("create table cells as " + findings() + """
                select region, topic, y, case when by_quarter then q end as q, by_quarter, band, type,
                  grouping(band) as ga, grouping(type) as gt,
                  count(distinct unit_id) filter (j) as units, count(distinct unit_id) filter (d) as deficient_units,
                  sum(n) as cases, sum(x) as deficient
                from f join above using (region_code) join (values (false), (true)) as kinds(by_quarter)
                  on quarters or not by_quarter
                group by region, topic, y, case when by_quarter then q end, by_quarter, cube (band, type)
                having ga = 1 or band is not null
                """);
        return summary("0");
    }

    private String summary(String squares) throws SQLException {
        String sums = "select count(*), sum(units), sum(deficient_units), sum(cases), sum(deficient), sum(" + squares
                + ") from cells";
        try (ResultSet row = sql.executeQuery(sums)) {
            row.next();
            return String.format(
                    Locale.ROOT,
                    "%d cells, sums %d %d %d %d %d",
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6));
        }
    }
}
