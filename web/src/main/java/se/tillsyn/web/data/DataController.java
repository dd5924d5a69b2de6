package se.tillsyn.web.data;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.tillsyn.web.dataset.Dataset;
import se.tillsyn.web.dataset.DatasetCatalogue;
import se.tillsyn.web.dataset.Datasets;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.rest.Addresses;

/** The list of datasets and the page of each. */
@Controller
final class DataController {

    /** For programs: key of the name, address. */
    private static final List<String[]> ADDRESSES = List.of(
            new String[] {"pxweb", "/api/v2/tables"},
            new String[] {"pxweb-config", "/api/v2/config"},
            new String[] {"rest", "/api/v1/releases"},
            new String[] {"openapi", "/api/v1/openapi.json"},
            new String[] {"dcat", "/datasets/dcat"},
            new String[] {"index", "/releases.json"},
            new String[] {"atom", "/releases.atom"},
            new String[] {"calendar", "/releases.ics"});

    private static final List<String[]> FILES = List.of(
            new String[] {"zip", "release.zip"},
            new String[] {"datapackage", "datapackage.json"},
            new String[] {"cff", "CITATION.cff"},
            new String[] {"bibtex", "citation.bib"},
            new String[] {"ris", "citation.ris"},
            new String[] {"datacite", "datacite.json"});

    private final DatasetCatalogue catalogue;
    private final Addresses addresses;

    DataController(DatasetCatalogue catalogue, Addresses addresses) {
        this.catalogue = catalogue;
        this.addresses = addresses;
    }

    @GetMapping({"/sv/data", "/en/data"})
    String list(Shown shown, Model model) {
        Texts texts = shown.texts();
        Datasets datasets = datasets(shown);
        List<DataListPage.Line> lines =
                datasets.all().stream().map(dataset -> line(shown, dataset)).toList();
        model.addAttribute(
                "page",
                new DataListPage(
                        PageFrame.of(shown, Section.DATA, texts.of("data.title"), SitePaths::data),
                        lines,
                        named(texts, ADDRESSES, ""),
                        shown.paths().trials(),
                        named(texts, FILES, "/releases/" + datasets.release().release() + '/'),
                        Arrays.stream(Notebook.values())
                                .map(notebook -> line(shown, notebook))
                                .toList(),
                        datasets.release().licence()));
        return "data";
    }

    private static List<DataListPage.Named> named(Texts texts, List<String[]> addresses, String before) {
        List<DataListPage.Named> named = new ArrayList<>();
        for (String[] address : addresses) {
            named.add(new DataListPage.Named(texts.of("data.address." + address[0]), before + address[1]));
        }
        return named;
    }

    private static DataListPage.NotebookLine line(Shown shown, Notebook notebook) {
        String key = "notebook." + notebook.id();
        return new DataListPage.NotebookLine(
                shown.texts().of(key),
                shown.texts().of(key + ".about"),
                shown.paths().notebook(notebook.id()),
                NotebookController.FILES + notebook.id() + ".ipynb");
    }

    private static DataListPage.Line line(Shown shown, Dataset dataset) {
        String first = dataset.time().values().get(0).code();
        String last = dataset.time().values().get(dataset.time().size() - 1).code();
        return new DataListPage.Line(
                dataset.id(),
                shown.paths().dataset(dataset.id()),
                shown.texts().of(dataset.title()),
                shown.texts().of(dataset.description()),
                first.equals(last) ? span(first) : first + "–" + last);
    }

    /** A code that is a span of years, {@code 2013-2025}, written as spans are; any other code as it is. */
    private static String span(String code) {
        return code.matches("\\d{4}-\\d{4}") ? code.replace('-', '–') : code;
    }

    @GetMapping({"/sv/data/{id}", "/en/data/{id}"})
    String dataset(@PathVariable String id, Shown shown, HttpServletRequest request, Model model) {
        Dataset dataset = datasets(shown)
                .find(id)
                .filter(found -> found.id().equals(id))
                .orElseThrow(() -> new UnknownCodeException("page"));
        model.addAttribute("page", DatasetPage.of(shown, dataset, addresses.site(request)));
        return "dataset";
    }

    private Datasets datasets(Shown shown) {
        return catalogue.of(shown.release());
    }
}
