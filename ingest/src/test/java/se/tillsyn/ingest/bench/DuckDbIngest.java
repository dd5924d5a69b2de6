package se.tillsyn.ingest.bench;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.profile.Code;
import se.tillsyn.ingest.profile.CodeListName;
import se.tillsyn.ingest.profile.Profile;

/**
 * The peer: CSV to Parquet by DuckDB, either as a plain typed copy without any check, or with the rules of this module
 * written in SQL. Arguments: {@code plain} or {@code checked}, folder of CSV files, folder to write to.
 */
public final class DuckDbIngest {

    private static final List<String> COUNTS = List.of(
            FindingColumns.CASES_ASSESSED,
            FindingColumns.CASES_DEFICIENT,
            FindingColumns.ELIGIBLE,
            FindingColumns.VALUE_LOW,
            FindingColumns.VALUE_HIGH);

    private static final Map<String, String> TYPES = types();

    private static final Map<String, CodeListName> CODED = coded();

    /** Ten or twelve digits with or without separators that could be a personal identity number, and e-mail addresses. */
    private static final String PERSONAL =
            "(19|20)?[0-9]{2}[-/. ]?(0[0-9]|1[0-2])[-/. ]?([0-3][0-9]|[6-9][0-9])[-+ ]?[0-9A-Za-z][0-9]{3}|@|0?7[02369][0-9]{7}";

    private final Statement sql;
    private final String source;
    private final String target;

    private DuckDbIngest(Statement sql, String folder, String target) {
        this.sql = sql;
        this.source = folder + "/*.csv";
        this.target = target;
    }

    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set threads = " + Runtime.getRuntime().availableProcessors());
            statement.execute("set temp_directory = '" + arguments[2] + "/temporary'");
            DuckDbIngest ingest = new DuckDbIngest(statement, arguments[1], arguments[2]);
            if (arguments[0].equals("plain")) {
                ingest.plain();
            } else {
                ingest.checked(connection);
            }
        }
    }

    private void plain() throws SQLException {
        String columns = TYPES.entrySet().stream()
                .map(column -> "'" + column.getKey() + "': '" + column.getValue() + "'")
                .collect(joining(", ", "{", "}"));
        sql.execute("copy (select * from read_csv('" + source + "', header = true, columns = " + columns + ")) to '"
                + target + "/plain.parquet' (format parquet, compression zstd)");
        System.out.println("loaded " + count(target + "/plain.parquet"));
    }

    private void checked(Connection connection) throws SQLException {
        loadCodes(connection);
        String columns = TYPES.keySet().stream()
                .map(column -> "'" + column + "': 'VARCHAR'")
                .collect(joining(", ", "{", "}"));
        sql.execute("create view source as select * from read_csv('" + source
                + "', header = true, all_varchar = true, filename = true, nullstr = '', columns = " + columns + ")");
        sql.execute("create temporary table twice as select finding_id as twice_id,"
                + " coalesce(revision, '1') as twice_revision, count(distinct " + hashOfAll()
                + ") > 1 as conflict from source group by all having count(*) > 1");
        sql.execute("copy (" + judged() + ") to '" + target
                + "/checked' (format parquet, compression zstd, partition_by (loaded))");
        System.out.println("loaded " + count(target + "/checked/loaded=true/*.parquet"));
    }

    private static String hashOfAll() {
        return "hash(" + String.join(", ", TYPES.keySet()) + ")";
    }

    private long count(String files) throws SQLException {
        try (ResultSet result = sql.executeQuery("select count(*) from read_parquet('" + files + "')")) {
            result.next();
            return result.getLong(1);
        }
    }

    private void loadCodes(Connection connection) throws SQLException {
        sql.execute("create table codes (list varchar, code varchar, first_day date, last_day date)");
        Profile profile = Profile.load("sweden");
        try (PreparedStatement insert = connection.prepareStatement("insert into codes values (?, ?, ?, ?)")) {
            for (CodeListName list : new java.util.TreeSet<>(CODED.values())) {
                for (Code code : profile.codes(list).codes()) {
                    insert.setString(1, list.key());
                    insert.setString(2, code.code());
                    insert.setObject(3, code.validFrom());
                    insert.setObject(4, code.validTo());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** The rules of this module, one expression each: the name of the rule and column when it is broken. */
    private static List<String> rules() {
        List<String> rules = new ArrayList<>();
        for (String column : FindingColumns.REQUIRED) {
            rules.add(rule("REQUIRED", column, column + " is null"));
        }
        for (String id : List.of(FindingColumns.FINDING_ID, FindingColumns.INSPECTION_ID, FindingColumns.UNIT_ID)) {
            rules.add(rule("ID", id, "not regexp_full_match(" + id + ", '[A-Za-z0-9-]{1,64}')"));
            rules.add(rule("PERSONAL", id, "regexp_matches(" + id + ", '" + PERSONAL + "')"));
        }
        for (String day : List.of(FindingColumns.INSPECTED_ON, FindingColumns.FOLLOWED_UP_ON)) {
            String parsed = "try_cast(" + day + " as date)";
            rules.add(rule(
                    "DATE",
                    day,
                    day + " is not null and (" + parsed + " is null or not regexp_full_match(" + day
                            + ", '[0-9]{4}-[0-9]{2}-[0-9]{2}'))"));
            rules.add(rule("DATE_EARLY", day, parsed + " < date '1990-01-01'"));
            rules.add(rule("DATE_FUTURE", day, parsed + " > current_date"));
        }
        for (String count : COUNTS) {
            rules.add(rule(
                    "WHOLE",
                    count,
                    count + " is not null and (not regexp_full_match(" + count + ", '0|[1-9][0-9]*') or try_cast("
                            + count + " as integer) is null)"));
        }
        rules.add(rule("RANGE", "revision", "revision is not null and coalesce(try_cast(revision as integer), 0) < 1"));
        rules.add(rule(
                "NUMBER",
                "value",
                "value is not null and not regexp_full_match(value, '-?(0|[1-9][0-9]*)([.][0-9]+)?')"));
        for (String flag : List.of("withdrawn", "censored", "demand", "remedied")) {
            rules.add(rule("FLAG", flag, flag + " is not null and " + flag + " not in ('true', 'false')"));
        }
        rules.add(rule("CODE", "outcome", "outcome not in ('DEFICIENT', 'MET', 'NOT_ASSESSED', 'NOT_APPLICABLE')"));
        CODED.keySet().forEach(column -> {
            String code = "code_" + column;
            rules.add(rule("CODE", column, column + " is not null and " + code + ".code is null"));
            rules.add(rule("CODE_NOT_YET", column, code + ".first_day > try_cast(inspected_on as date)"));
            rules.add(rule("CODE_ABOLISHED", column, code + ".last_day < try_cast(inspected_on as date)"));
        });
        String deficient = "try_cast(cases_deficient as integer)";
        rules.add(rule(
                "DEFICIENT_WITHOUT_ASSESSED",
                "cases_deficient",
                "cases_deficient is not null and cases_assessed is null"));
        rules.add(rule(
                "DEFICIENT_EXCEEDS_ASSESSED", "cases_deficient", deficient + " > try_cast(cases_assessed as integer)"));
        rules.add(
                rule("DEFICIENT_EXCEEDS_ELIGIBLE", "cases_deficient", deficient + " > try_cast(eligible as integer)"));
        rules.add(rule("OUTCOME_CONTRADICTS_CASES", "outcome", "(outcome = 'DEFICIENT') <> (" + deficient + " > 0)"));
        rules.add(rule(
                "BOUNDS_CROSSED", "value_low", "try_cast(value_low as integer) > try_cast(value_high as integer)"));
        rules.add(rule(
                "FOLLOWED_UP_BEFORE_INSPECTION",
                "followed_up_on",
                "try_cast(followed_up_on as date) < try_cast(inspected_on as date)"));
        rules.add(rule("CENSORED_WITHOUT_VALUE", "censored", "censored = 'true' and value is null"));
        rules.add(rule("VALUE_WITHOUT_UNIT", "value", "value is not null and value_unit is null"));
        rules.add(rule("CONFLICT", "finding_id", "twice.conflict"));
        return rules;
    }

    private static String rule(String name, String column, String broken) {
        return "case when " + broken + " then '" + name + ":" + column + "' end";
    }

    private static String judged() {
        String joins = CODED.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        " left join codes as code_%1$s on code_%1$s.list = '%2$s' and code_%1$s.code = source.%1$s",
                        entry.getKey(),
                        entry.getValue().key()))
                .collect(joining());
        String typed = TYPES.entrySet().stream()
                .map(column -> "try_cast(" + column.getKey() + " as " + column.getValue() + ") as " + column.getKey())
                .collect(joining(", "));
        String defects = "list_filter([" + String.join(", ", rules()) + "], defect -> defect is not null)";
        return "select " + typed + ", defects, len(defects) = 0 as loaded from (select source.*, " + defects
                + " as defects from source" + joins + " left join twice on twice_id = source.finding_id"
                + " and twice_revision = coalesce(source.revision, '1'))";
    }

    private static Map<String, CodeListName> coded() {
        Map<String, CodeListName> coded = new LinkedHashMap<>();
        coded.put(FindingColumns.PROGRAMME, CodeListName.PROGRAMMES);
        coded.put(FindingColumns.SELECTION_BASIS, CodeListName.SELECTION_BASES);
        coded.put(FindingColumns.OFFICE, CodeListName.OFFICES);
        coded.put(FindingColumns.REGION_CODE, CodeListName.REGIONS);
        coded.put(FindingColumns.OPERATION_TYPE, CodeListName.OPERATION_TYPES);
        coded.put(FindingColumns.AGE_GROUP, CodeListName.AGE_GROUPS);
        coded.put(FindingColumns.TOPIC, CodeListName.TOPICS);
        coded.put(FindingColumns.OBSERVED_UNIT, CodeListName.OBSERVED_UNITS);
        coded.put(FindingColumns.EVIDENCE, CodeListName.EVIDENCE);
        coded.put(FindingColumns.VALUE_UNIT, CodeListName.VALUE_UNITS);
        return coded;
    }

    private static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        for (String column : FindingColumns.ORDER) {
            types.put(column, "VARCHAR");
        }
        COUNTS.forEach(column -> types.put(column, "INTEGER"));
        types.put(FindingColumns.REVISION, "INTEGER");
        types.put(FindingColumns.VALUE, "DOUBLE");
        List.of(FindingColumns.INSPECTED_ON, FindingColumns.FOLLOWED_UP_ON)
                .forEach(column -> types.put(column, "DATE"));
        List.of(FindingColumns.WITHDRAWN, FindingColumns.CENSORED, FindingColumns.DEMAND, FindingColumns.REMEDIED)
                .forEach(column -> types.put(column, "BOOLEAN"));
        return types;
    }
}
