package se.tillsyn.web.pxweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import se.tillsyn.web.dataset.Dataset;
import se.tillsyn.web.dataset.DatasetCatalogue;
import se.tillsyn.web.dataset.Datasets;
import se.tillsyn.web.dataset.Slice;
import se.tillsyn.web.format.FormatOptions;
import se.tillsyn.web.format.JsonStat;
import se.tillsyn.web.format.OutputFormat;
import se.tillsyn.web.rest.Addresses;
import se.tillsyn.web.rest.ApiController;
import se.tillsyn.web.rest.ApiProblem;
import se.tillsyn.web.rest.ApiSettings;
import se.tillsyn.web.rest.Problems;
import se.tillsyn.web.rest.Unchanged;
import tools.jackson.databind.json.JsonMapper;

/** The addresses below {@code /api/v2}. The parts of a path may be in any letters' case, as in the reference server. */
@ApiController
final class PxWebController {

    static final String ROOT = "/api/v2";

    private static final int PAGE = 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final DatasetCatalogue catalogue;
    private final ApiSettings settings;
    private final Addresses addresses;
    private final Clock clock = Clock.systemUTC();
    private final DataAnswers data = new DataAnswers();

    PxWebController(DatasetCatalogue catalogue, ApiSettings settings, Addresses addresses) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.addresses = addresses;
    }

    @GetMapping(ROOT + "/{*path}")
    void get(@PathVariable String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> parts = parts(path);
        Optional<SavedQuery> saved = saved(path, parts);
        PxWebCall call =
                new PxWebCall(request, saved.map(SavedQuery::parameters).orElse(Map.of()));
        Datasets datasets = datasets(call);
        response.setHeader("Tillsyn-Release", datasets.release().release());
        if (parts.equals(List.of("config"))) {
            // The one answer that is of no language: it takes no parameter of that name, and knows none.
            if (!Unchanged.since(request, response, datasets.release(), asked(datasets, request))) {
                json(Answers.config(datasets.release(), settings), response);
            }
            return;
        }
        response.setHeader("Content-Language", call.language().code());
        String asked = asked(datasets, request);
        boolean ages =
                parts.equals(List.of("tables")) && call.parameter("pastDays").isPresent();
        if (!ages && Unchanged.since(request, response, datasets.release(), asked)) {
            return;
        }
        if (data.sendAgain(asked, request, response)) {
            return;
        }
        Answers answers = new Answers(call.language(), addresses.site(request) + ROOT, named(call, datasets));
        if (saved.isPresent()) {
            answer(saved.get(), parts, call, datasets, answers, request, response);
        } else {
            answer(parts, call, datasets, answers, request, response);
        }
    }

    /** The query that an address names; its identifier has large letters and small ones. */
    private static Optional<SavedQuery> saved(String path, List<String> parts) {
        if (parts.size() < 2 || !parts.get(0).equals("savedqueries")) {
            return Optional.empty();
        }
        String id = Stream.of(path.split("/"))
                .filter(part -> !part.isEmpty())
                .skip(1)
                .findFirst()
                .orElse("");
        return Optional.of(saved(id));
    }

    private static SavedQuery saved(String id) {
        return SavedQuery.ofId(id)
                .orElseThrow(() -> ApiProblem.notFound(
                        "unknown-saved-query",
                        "Path: expected the identifier that POST to /savedqueries answered with, found another."));
    }

    private static SavedQuery saved(String id, Dataset dataset) {
        SavedQuery saved = saved(id);
        if (!saved.tableId().equalsIgnoreCase(dataset.id())) {
            throw ApiProblem.notFound(
                    "unknown-saved-query",
                    "Parameter savedQuery: expected a query of this table, found one of another.");
        }
        return saved;
    }

    /** A query that an address names, its data, or what it selects. */
    private void answer(
            SavedQuery saved,
            List<String> parts,
            PxWebCall call,
            Datasets datasets,
            Answers answers,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String third = parts.size() == 3 ? parts.get(2) : "";
        if (parts.size() == 2) {
            json(answers.savedQuery(saved), response);
        } else if (third.equals("data")) {
            Slice slice = slice(table(datasets, saved.tableId()), saved.request());
            data.send(
                    asked(datasets, request),
                    slice,
                    call.format(),
                    options(call, datasets, request),
                    request,
                    response);
        } else if (third.equals("selection")) {
            Slice slice = slice(table(datasets, saved.tableId()), saved.request());
            json(answers.selection(slice, "/savedqueries/" + saved.id() + "/selection"), response);
        } else {
            throw unknownAddress();
        }
    }

    /** Keeps nothing: checks that a query can be asked, and answers with what stands for it. */
    private void save(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SavedQuery query = SavedQuery.of(DataRequests.body(request));
        PxWebCall call = new PxWebCall(request, query.parameters());
        Datasets datasets = datasets(call);
        Dataset dataset = datasets.find(query.tableId())
                .orElseThrow(() -> ApiProblem.badRequest(
                        "unknown-table", "Body: expected a table that /tables names, found another."));
        slice(dataset, query.request());
        call.format();
        FormatOptions options = options(call, datasets, request);
        Answers answers = new Answers(options.language(), addresses.site(request) + ROOT, named(call, datasets));
        response.setStatus(HttpServletResponse.SC_CREATED);
        response.setHeader("Tillsyn-Release", datasets.release().release());
        response.setHeader("Content-Language", options.language().code());
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Location", addresses.site(request) + ROOT + "/savedqueries/" + query.id());
        json(answers.savedQuery(query), response);
    }

    @PostMapping(ROOT + "/{*path}")
    void post(@PathVariable String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        PxWebCall call = new PxWebCall(request);
        List<String> parts = parts(path);
        if (parts.equals(List.of("savedqueries"))) {
            save(request, response);
            return;
        }
        if (parts.size() != 3 || !parts.get(0).equals("tables") || !parts.get(2).equals("data")) {
            throw notPosted(parts, response);
        }
        Datasets datasets = datasets(call);
        response.setHeader("Tillsyn-Release", datasets.release().release());
        response.setHeader("Content-Language", call.language().code());
        response.setHeader("Cache-Control", "no-cache");
        byte[] body = DataRequests.body(request);
        String asked = asked(datasets, request) + '\n' + new String(body, StandardCharsets.ISO_8859_1);
        if (!data.sendAgain(asked, request, response)) {
            Slice slice = slice(table(datasets, parts.get(1)), DataRequests.ofBody(body, request));
            data.send(asked, slice, call.format(), options(call, datasets, request), request, response);
        }
    }

    /** What an answer depends on: the release and all that was sent, but for a body. */
    private String asked(Datasets datasets, HttpServletRequest request) {
        return datasets.release().release()
                + ' '
                + addresses.site(request)
                + request.getRequestURI()
                + '?'
                + request.getQueryString();
    }

    private static ApiProblem notPosted(List<String> parts, HttpServletResponse response) {
        if (parts.isEmpty()
                || !List.of("config", "tables", "codelists", "savedqueries").contains(parts.get(0))) {
            return unknownAddress();
        }
        response.setHeader("Allow", Problems.ALLOW);
        return Problems.of(HttpStatus.METHOD_NOT_ALLOWED);
    }

    private FormatOptions options(PxWebCall call, Datasets datasets, HttpServletRequest request) {
        return call.options(addresses.site(request) + ROOT, named(call, datasets));
    }

    /** The release that a call names; empty when it takes the one served. */
    private static String named(PxWebCall call, Datasets datasets) {
        return call.parameter("release")
                .map(named -> datasets.release().release())
                .orElse("");
    }

    private void answer(
            List<String> parts,
            PxWebCall call,
            Datasets datasets,
            Answers answers,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String first = parts.isEmpty() ? "" : parts.get(0);
        String third = parts.size() == 3 ? parts.get(2) : "";
        if (parts.size() == 1 && first.equals("tables")) {
            json(tables(call, datasets, answers), response);
        } else if (parts.size() == 2 && first.equals("codelists")) {
            json(
                    answers.codelist(
                            datasets.valueSet(parts.get(1))
                                    .orElseThrow(() -> ApiProblem.notFound(
                                            "unknown-codelist",
                                            "Path: expected a code list that a table's metadata name, found another.")),
                            datasets),
                    response);
        } else if (parts.size() == 2 && first.equals("tables")) {
            json(answers.tableAlone(table(datasets, parts.get(1))), response);
        } else if (first.equals("tables") && third.equals("metadata")) {
            metadata(table(datasets, parts.get(1)), call, answers, request, response);
        } else if (first.equals("tables") && third.equals("defaultselection")) {
            Dataset dataset = table(datasets, parts.get(1));
            json(answers.selection(dataset.usual(), "/tables/" + dataset.id() + "/defaultselection"), response);
        } else if (first.equals("tables") && third.equals("data")) {
            Slice slice = slice(table(datasets, parts.get(1)), DataRequests.ofAddress(request));
            FormatOptions options = options(call, datasets, request);
            data.send(asked(datasets, request), slice, call.format(), options, request, response);
        } else {
            throw unknownAddress();
        }
    }

    private Map<String, Object> tables(PxWebCall call, Datasets datasets, Answers answers) {
        List<Dataset> found = datasets.all();
        Optional<String> query = call.parameter("query");
        if (query.isPresent()) {
            found = TableSearch.matching(found, query.get(), call.language());
        }
        if (call.parameter("pastDays").isPresent()) {
            found = TableSearch.updated(found, call.number("pastDays", 1), clock.instant());
        }
        int size = call.numberOrUsual("pageSize", PAGE);
        int page = call.numberOrUsual("pageNumber", 1);
        if (page > Answers.pages(found.size(), size)) {
            throw ApiProblem.notFound(
                    "unknown-page", "Parameter pageNumber: expected a page that there is, found one behind the last.");
        }
        return answers.tables(found, page, size, searched(call));
    }

    private static String searched(PxWebCall call) {
        StringBuilder searched = new StringBuilder();
        for (String name : List.of("query", "pastDays")) {
            call.parameter(name).ifPresent(text -> searched.append('&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20")));
        }
        // No table is discontinued as long as a release has it: the wish changes nothing but is kept in links.
        return call.flag("includeDiscontinued")
                ? searched.append("&includeDiscontinued=true").toString()
                : searched.toString();
    }

    private void metadata(
            Dataset dataset, PxWebCall call, Answers answers, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // Every list of a dimension is in its metadata, whether a default selection would take it or not.
        call.flag("defaultSelection");
        DataRequest lists = call.parameter("savedQuery")
                .map(id -> saved(id, dataset))
                .map(SavedQuery::request)
                .orElseGet(() -> DataRequests.ofAddress(request));
        Slice slice = Selections.whole(dataset, lists.valueSets());
        response.setContentType(OutputFormat.JSON_STAT.mediaType());
        FormatOptions options = FormatOptions.of(answers.language(), answers.base(), answers.release());
        JsonStat.writeMetadata(slice, options, response.getOutputStream());
    }

    private Slice slice(Dataset dataset, DataRequest wanted) {
        Slice slice = Selections.slice(dataset, wanted);
        if (slice.size() > settings.maxCells()) {
            throw new ApiProblem(
                    HttpStatus.FORBIDDEN,
                    "too-many-cells",
                    "Selection: expected at most " + settings.maxCells() + " cells, found " + slice.size() + ".");
        }
        return slice;
    }

    private Datasets datasets(PxWebCall call) {
        return call.parameter("release")
                .filter(named -> !named.equalsIgnoreCase("latest"))
                .map(named -> catalogue
                        .find(named)
                        .orElseThrow(() -> ApiProblem.notFound(
                                "unknown-release",
                                "Parameter release: expected one that /api/v1/releases names, found another.")))
                .orElseGet(catalogue::current);
    }

    private static Dataset table(Datasets datasets, String id) {
        return datasets.find(id)
                .orElseThrow(() -> ApiProblem.notFound(
                        "unknown-table", "Path: expected a table that /tables names, found another."));
    }

    private static ApiProblem unknownAddress() {
        return ApiProblem.notFound(
                "unknown-address",
                "Path: expected an address that the OpenAPI document of PxWebApi 2 names, found another.");
    }

    private static List<String> parts(String path) {
        return List.of(path.toLowerCase(Locale.ROOT).split("/")).stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static void json(Map<String, Object> body, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }
}
