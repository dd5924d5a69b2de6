package se.tillsyn.web.data;

import java.util.ArrayList;
import java.util.List;
import se.tillsyn.web.dataset.Dataset;
import se.tillsyn.web.dataset.Slice;

/**
 * Short programs that read the usual part of a dataset. A test runs those for which the machine has the programs.
 *
 * @param dataset to read
 * @param site address of the site without a slash at its end
 */
public record Snippets(Dataset dataset, String site) {

    /**
     * A short program.
     *
     * @param key of the name of what runs it
     * @param program as it is run
     */
    public record Snippet(String key, String program) {}

    public List<Snippet> all() {
        return List.of(
                new Snippet("curl", "curl --globoff '" + csv() + "'"),
                new Snippet(
                        "python",
                        "import pandas\n\ndata = pandas.read_csv(\"" + csv()
                                + "\", dtype={\"Region\": str}, float_precision=\"round_trip\")\nprint(data.head())"),
                new Snippet(
                        "r", "data <- read.csv(\"" + csv() + "\", colClasses = c(Region = \"character\"))\nhead(data)"),
                new Snippet(
                        "r-api",
                        "library(PxWebApiData)\n\ndata <- get_api_data(\"" + address("json-stat2") + "\")\n"
                                + "head(data[[2]])"),
                new Snippet(
                        "duckdb",
                        "select * from '" + site + "/releases/"
                                + dataset.release().release() + "/tables/"
                                + dataset.tables().get(0) + ".parquet' limit 5;"),
                new Snippet(
                        "excel",
                        "= Csv.Document(Web.Contents(\"" + csv() + "\"), [Delimiter = \",\", Encoding = 65001])"));
    }

    private String csv() {
        return address("csv");
    }

    /** The usual part of the dataset in a format, of this release for ever. */
    String address(String format) {
        List<String> selected = new ArrayList<>();
        for (Slice.Part part : dataset.usual().parts()) {
            List<String> codes = new ArrayList<>();
            for (int i = 0; i < part.size(); i++) {
                codes.add(part.value(i).code());
            }
            String whole = codes.size() == part.dimension().size() && codes.size() > 1 ? "*" : String.join(",", codes);
            selected.add("valueCodes[" + part.dimension().code() + "]=" + whole.replace("+", "%2B"));
        }
        return site + "/api/v2/tables/" + dataset.id() + "/data?lang=en&" + String.join("&", selected)
                + "&outputFormat=" + format + "&release=" + dataset.release().release();
    }
}
