package se.tillsyn.web.data;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
                new Snippet("python-api", pxwebpy()),
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
                new Snippet("excel", powerQuery()));
    }

    /** The client has no word for a release: it reads the latest. */
    private String pxwebpy() {
        String codes = dataset.usual().parts().stream()
                .map(part -> "    \"" + part.dimension().code() + "\": [\"" + String.join("\", \"", selected(part))
                        + "\"],\n")
                .collect(Collectors.joining());
        return "from pxweb import PxApi\n\napi = PxApi(\"" + site + "/api/v2\", language=\"en\")\n"
                + "data = api.get_table_data(\"" + dataset.id() + "\", value_codes={\n" + codes
                + "})\nprint(data[:5])";
    }

    /** Numbers are read with a decimal point whatever the language of Excel is; codes stay text. */
    private String powerQuery() {
        return """
                let
                  File = Csv.Document(Web.Contents("%s"), [Delimiter = ",", Encoding = 65001]),
                  Rows = Table.PromoteHeaders(File, [PromoteAllScalars = true]),
                  Missing = Table.ReplaceValue(Rows, "", null, Replacer.ReplaceValue, {"value"}),
                  Numbers = Table.TransformColumnTypes(Missing, {{"value", type number}}, "en-US")
                in
                  Numbers""".formatted(csv());
    }

    private String csv() {
        return address("csv");
    }

    /** The usual part of the dataset in a format, of this release for ever. */
    String address(String format) {
        String codes = dataset.usual().parts().stream()
                .map(part -> "valueCodes[" + part.dimension().code() + "]="
                        + String.join(",", selected(part)).replace("+", "%2B"))
                .collect(Collectors.joining("&"));
        return site + "/api/v2/tables/" + dataset.id() + "/data?lang=en&" + codes + "&outputFormat=" + format
                + "&release=" + dataset.release().release();
    }

    /** Codes of a part, or a star for all of several. */
    private static List<String> selected(Slice.Part part) {
        List<String> codes = IntStream.range(0, part.size())
                .mapToObj(i -> part.value(i).code())
                .toList();
        return codes.size() == part.dimension().size() && codes.size() > 1 ? List.of("*") : codes;
    }
}
