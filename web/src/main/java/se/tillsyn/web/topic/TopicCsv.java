package se.tillsyn.web.topic;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.release.Cell;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.CodeList;
import se.tillsyn.web.release.Measure;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;

/**
 * The rows of a topic page as a data file: one row per region × period × measure, both measures, each row once.
 * Proportions as published, 0 to 1, to nine decimals; a withheld or missing figure is empty and its status code stands beside it.
 */
final class TopicCsv {

    static final List<String> COLUMNS = List.of(
            "release",
            "synthetic",
            "topic",
            "topic_name",
            "level",
            "region",
            "region_name",
            "period",
            "age_group",
            "age_group_name",
            "operation_type",
            "operation_type_name",
            "measure",
            "measure_name",
            "selection_basis",
            "numerator",
            "denominator",
            "value",
            "lower",
            "upper",
            "status");

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final PublishedRelease release;
    private final Texts texts;
    private final TopicFigures figures;
    private final CsvDialect dialect;

    TopicCsv(PublishedRelease release, Texts texts, TopicFigures figures, CsvDialect dialect) {
        this.release = release;
        this.texts = texts;
        this.figures = figures;
        this.dialect = dialect;
    }

    /** Name of the file, from the release's own codes only. */
    String fileName() {
        String topic = figures.view().topic().code().toLowerCase(Locale.ROOT).replace('_', '-');
        String synthetic = release.manifest().synthetic() ? "_synthetic" : "";
        return topic + "_" + figures.view().region().level() + "_" + release.id() + synthetic + ".csv";
    }

    byte[] bytes() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(dialect == CsvDialect.EXCEL_SV ? ';' : ',')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            csv.writeRecord(COLUMNS);
            rows().forEach((key, cell) -> {
                for (Measure measure : Measure.values()) {
                    csv.writeRecord(row(key, cell, measure));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String mark = dialect == CsvDialect.EXCEL_SV ? BYTE_ORDER_MARK : "";
        return (mark + text).getBytes(StandardCharsets.UTF_8);
    }

    /** A region in a period. */
    private record Key(Region region, String period) {}

    /** The page's rows, trend first; what stands both in the trend and in a table is one row. */
    private Map<Key, Cell> rows() {
        Map<Key, Cell> rows = new LinkedHashMap<>();
        for (TopicFigures.Trend trend : figures.trends()) {
            for (int i = 0; i < figures.periods().size(); i++) {
                rows.put(
                        new Key(trend.region(), figures.periods().get(i)),
                        trend.cells().get(i));
            }
        }
        for (List<TopicFigures.Row> table : List.of(figures.mainRegions(), figures.fineRegions())) {
            for (TopicFigures.Row row : table) {
                rows.putIfAbsent(new Key(row.region(), figures.view().period()), row.cell());
            }
        }
        return rows;
    }

    private List<String> row(Key key, Cell cell, Measure measure) {
        Observation observation = cell.of(measure);
        TopicView view = figures.view();
        List<String> row = new ArrayList<>(List.of(
                text(release.id()),
                String.valueOf(cell.synthetic()),
                text(view.topic().code()),
                text(texts.of(view.topic().name())),
                text(key.region().level()),
                text(key.region().code()),
                text(texts.of(key.region().name())),
                text(key.period()),
                text(view.age()),
                text(name(release.codes().ageGroups(), view.age(), "all.ages")),
                text(view.type()),
                text(name(release.codes().operationTypes(), view.type(), "all.types")),
                text(measure.code()),
                text(FigureText.measureName(texts, measure)),
                text(cell.selectionBasis())));
        boolean number = observation.hasNumber();
        row.add(number ? String.valueOf(observation.deficient()) : "");
        row.add(number ? String.valueOf(observation.assessed()) : "");
        row.add(proportion(number ? observation.rate() : null));
        row.add(proportion(number ? observation.lower() : null));
        row.add(proportion(number ? observation.upper() : null));
        row.add(observation.status().code());
        return row;
    }

    private String name(CodeList<Code.Named> list, String code, String total) {
        return code.equals(RateColumns.TOTAL)
                ? texts.of(total)
                : list.find(code).map(entry -> texts.of(entry.name())).orElse(code);
    }

    private String proportion(@Nullable Double proportion) {
        if (proportion == null) {
            return "";
        }
        String plain = BigDecimal.valueOf(proportion).toPlainString();
        return dialect == CsvDialect.EXCEL_SV ? plain.replace('.', ',') : plain;
    }

    /** Text as it is, but in the spreadsheet dialect never the start of a formula. */
    private String text(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0;
        return formula && dialect == CsvDialect.EXCEL_SV ? "'" + text : text;
    }
}
