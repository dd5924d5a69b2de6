package se.tillsyn.analytics.release;

/** Names of the files inside a release folder, and around it. */
public final class ReleaseLayout {

    /** Below the home folder. */
    public static final String RELEASES = "releases";

    /** Names the release that is served, one line. */
    public static final String CURRENT = "CURRENT";

    public static final String MANIFEST = "manifest.json";
    public static final String DATAPACKAGE = "datapackage.json";
    public static final String CHECKSUMS = "SHA256SUMS";
    public static final String INDICATORS = "indicators.json";
    public static final String QUALITY = "quality.json";
    public static final String DISCLOSURE = "disclosure.json";
    /** Each number that differs from the predecessor's. */
    public static final String CHANGES = "changes.csv";

    /** End of the names of CSV files for Excel in Swedish. */
    public static final String EXCEL_SV_ENDING = ".excel-sv.csv";

    public static final String STATEMENTS = "statements";

    private ReleaseLayout() {}

    /** Path of a rate table without its ending, for example {@code tables/rates_county}. */
    public static String rates(String level) {
        return "tables/rates_" + level;
    }

    /** Name of a table of one region level: kind and level. */
    public static String tableOf(String kind, String level) {
        return kind + '_' + level;
    }

    /** Path of a table without its ending. */
    public static String table(String name) {
        return "tables/" + name;
    }

    /** Path of a table written for Excel in Swedish; beside the tables, so that theirs holds each once per format. */
    public static String excelSv(String name) {
        return "excel-sv/" + name + EXCEL_SV_ENDING;
    }

    /** Path of a code list, for example {@code codelists/age_groups.csv}. */
    public static String codeList(String name) {
        return "codelists/" + name + ".csv";
    }

    /** Path of a map of one region level. */
    public static String map(String level) {
        return "geography/" + level + ".geojson";
    }
}
