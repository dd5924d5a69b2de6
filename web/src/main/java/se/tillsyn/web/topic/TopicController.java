package se.tillsyn.web.topic;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.tillsyn.web.http.BadRequestException;
import se.tillsyn.web.http.OneAddress;
import se.tillsyn.web.http.TakesParameters;
import se.tillsyn.web.page.Address;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.TableFile;
import se.tillsyn.web.picture.Picture;
import se.tillsyn.web.table.CsvDialect;
import se.tillsyn.web.table.TableCsv;
import se.tillsyn.web.table.TableJson;
import se.tillsyn.web.table.ViewTable;

/** The page of a topic, its rows as files, and its figures as pictures. */
@Controller
final class TopicController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);
    private static final String TOPIC = "{topic:[A-Za-z0-9_-]+}";

    @GetMapping({"/sv/indikator/" + TOPIC, "/en/indicator/" + TOPIC})
    @TakesParameters({
        TopicView.REGION,
        TopicView.PERIOD,
        TopicView.AGE,
        TopicView.TYPE,
        TopicView.MEASURE,
        TopicView.SORT,
        TopicView.MAP
    })
    String page(@PathVariable String topic, Shown shown, HttpServletRequest request, Model model) {
        TopicView view = TopicView.of(shown, topic);
        Optional<String> elsewhere = OneAddress.elsewhere(request, shown, view.address(shown.paths(), ""));
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        model.addAttribute("page", new TopicPages(shown, view).page());
        return "topic";
    }

    @GetMapping({"/sv/inbaddad/" + TOPIC, "/en/embedded/" + TOPIC})
    @TakesParameters({
        TopicView.REGION,
        TopicView.PERIOD,
        TopicView.AGE,
        TopicView.TYPE,
        TopicView.MEASURE,
        TopicView.SORT,
        TopicView.MAP,
        TopicPicture.PARAMETER
    })
    String embedded(@PathVariable String topic, Shown shown, Model model) {
        TopicView view = TopicView.of(shown, topic);
        model.addAttribute("page", EmbeddedPage.of(shown, view, TopicPicture.of(shown.asked())));
        return "embedded";
    }

    @GetMapping({"/sv/indikator/" + TOPIC + ".csv", "/en/indicator/" + TOPIC + ".csv"})
    @TakesParameters({
        TopicView.REGION,
        TopicView.PERIOD,
        TopicView.AGE,
        TopicView.TYPE,
        TopicView.MEASURE,
        TopicView.SORT,
        TopicView.MAP,
        CsvDialect.PARAMETER
    })
    ResponseEntity<byte[]> csv(@PathVariable String topic, Shown shown) {
        ViewTable table = table(shown, TopicView.of(shown, topic));
        String code = shown.asked().getOrDefault(CsvDialect.PARAMETER, CsvDialect.STANDARD.code());
        CsvDialect dialect =
                CsvDialect.ofCode(code).orElseThrow(() -> BadRequestException.malformed(CsvDialect.PARAMETER));
        return file(
                CSV, table.name() + ".csv", TableCsv.bytes(table, shown.texts().language(), dialect));
    }

    @GetMapping({"/sv/indikator/" + TOPIC + ".json", "/en/indicator/" + TOPIC + ".json"})
    @TakesParameters({
        TopicView.REGION,
        TopicView.PERIOD,
        TopicView.AGE,
        TopicView.TYPE,
        TopicView.MEASURE,
        TopicView.SORT,
        TopicView.MAP
    })
    ResponseEntity<byte[]> json(@PathVariable String topic, Shown shown) {
        TopicView view = TopicView.of(shown, topic);
        ViewTable table = table(shown, view);
        Address page = view.address(shown.paths(), "");
        byte[] bytes = TableJson.bytes(table, shown.texts().language(), TableFile.source(shown, page));
        return file(MediaType.APPLICATION_JSON, table.name() + ".json", bytes);
    }

    @GetMapping({"/sv/indikator/" + TOPIC + ".svg", "/en/indicator/" + TOPIC + ".svg"})
    @TakesParameters({
        TopicView.REGION,
        TopicView.PERIOD,
        TopicView.AGE,
        TopicView.TYPE,
        TopicView.MEASURE,
        TopicView.SORT,
        TopicView.MAP,
        TopicPicture.PARAMETER
    })
    ResponseEntity<byte[]> svg(@PathVariable String topic, Shown shown) {
        TopicView view = TopicView.of(shown, topic);
        return file(SVG, name(shown, view) + ".svg", picture(shown, view).svg());
    }

    @GetMapping({"/sv/indikator/" + TOPIC + ".png", "/en/indicator/" + TOPIC + ".png"})
    @TakesParameters({
        TopicView.REGION,
        TopicView.PERIOD,
        TopicView.AGE,
        TopicView.TYPE,
        TopicView.MEASURE,
        TopicView.SORT,
        TopicView.MAP,
        TopicPicture.PARAMETER
    })
    ResponseEntity<byte[]> png(@PathVariable String topic, Shown shown) {
        TopicView view = TopicView.of(shown, topic);
        return file(
                MediaType.IMAGE_PNG,
                name(shown, view) + ".png",
                picture(shown, view).png());
    }

    private static Picture picture(Shown shown, TopicView view) {
        String address = shown.lasting(view.address(shown.paths(), ""));
        return new TopicPictures(shown, view).picture(TopicPicture.of(shown.asked()), address);
    }

    private static ViewTable table(Shown shown, TopicView view) {
        return new TopicTable(shown, TopicFigures.of(shown.release(), view)).table();
    }

    private static String name(Shown shown, TopicView view) {
        return TableFile.name(shown, view.topic().code(), view.region().level()) + "_"
                + TopicPicture.of(shown.asked()).code();
    }

    private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] bytes) {
        ContentDisposition attachment =
                ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(bytes);
    }
}
