package se.tillsyn.web.topic;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillsyn.web.http.BadRequestException;
import se.tillsyn.web.http.TakesParameters;
import se.tillsyn.web.language.Dictionary;
import se.tillsyn.web.language.Language;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.ReleaseCatalogue;
import se.tillsyn.web.table.CsvDialect;
import se.tillsyn.web.table.TableCsv;
import se.tillsyn.web.table.ViewTable;

/** The page of a topic and its rows as a data file. */
@Controller
final class TopicController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ReleaseCatalogue releases;
    private final Dictionary dictionary;

    TopicController(ReleaseCatalogue releases, Dictionary dictionary) {
        this.releases = releases;
        this.dictionary = dictionary;
    }

    @GetMapping({"/sv/indikator/{topic:[A-Za-z0-9_-]+}", "/en/indicator/{topic:[A-Za-z0-9_-]+}"})
    @TakesParameters({
        TopicView.REGION,
        TopicView.PERIOD,
        TopicView.AGE,
        TopicView.TYPE,
        TopicView.MEASURE,
        TopicView.SORT
    })
    String page(@PathVariable String topic, @RequestParam Map<String, String> asked, Locale locale, Model model) {
        PublishedRelease release = releases.current();
        TopicView view = TopicView.of(release, topic, asked);
        model.addAttribute("page", new TopicPages(release, dictionary.of(locale), view).page());
        return "topic";
    }

    @GetMapping({"/sv/indikator/{topic:[A-Za-z0-9_-]+}.csv", "/en/indicator/{topic:[A-Za-z0-9_-]+}.csv"})
    @TakesParameters({
        TopicView.REGION,
        TopicView.PERIOD,
        TopicView.AGE,
        TopicView.TYPE,
        TopicView.MEASURE,
        TopicView.SORT,
        CsvDialect.PARAMETER
    })
    ResponseEntity<byte[]> csv(@PathVariable String topic, @RequestParam Map<String, String> asked, Locale locale) {
        PublishedRelease release = releases.current();
        TopicFigures figures = TopicFigures.of(release, TopicView.of(release, topic, asked));
        ViewTable table = new TopicTable(release, dictionary, figures).table();
        ContentDisposition attachment =
                ContentDisposition.attachment().filename(table.name() + ".csv").build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(TableCsv.bytes(table, Language.of(locale), dialect(asked)));
    }

    private static CsvDialect dialect(Map<String, String> asked) {
        return CsvDialect.ofCode(asked.getOrDefault(CsvDialect.PARAMETER, CsvDialect.STANDARD.code()))
                .orElseThrow(() -> BadRequestException.malformed(CsvDialect.PARAMETER));
    }
}
