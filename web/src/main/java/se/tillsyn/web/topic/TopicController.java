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
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.ReleaseCatalogue;

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
        TopicCsv csv = new TopicCsv(release, dictionary.of(locale), figures, dialect(asked));
        ContentDisposition attachment =
                ContentDisposition.attachment().filename(csv.fileName()).build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(csv.bytes());
    }

    private static CsvDialect dialect(Map<String, String> asked) {
        String code = asked.getOrDefault(CsvDialect.PARAMETER, CsvDialect.STANDARD.code());
        for (CsvDialect dialect : CsvDialect.values()) {
            if (dialect.code().equals(code)) {
                return dialect;
            }
        }
        throw BadRequestException.malformed(CsvDialect.PARAMETER);
    }
}
