package se.tillsyn.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.web.dataset.DatasetCatalogue;
import se.tillsyn.web.dataset.Datasets;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.ReleaseCatalogue;
import se.tillsyn.web.release.ReleaseDocuments;
import se.tillsyn.web.release.Topic;
import se.tillsyn.web.rest.Addresses;
import se.tillsyn.web.rest.ApiController;
import se.tillsyn.web.rest.ApiProblem;
import se.tillsyn.web.rest.Parameters;
import se.tillsyn.web.rest.ProblemAdvice;
import se.tillsyn.web.rest.Problems;
import se.tillsyn.web.rest.Unchanged;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The addresses of {@code /api/v1}. Every answer names the release it is of; {@code release} asks for another. */
@ApiController
final class AtlasApiController {

    private static final String ROOT = "/api/v1";
    private static final int LIMIT = 20;
    private static final int MOST = 1_000;
    private static final List<String> FILTERS = List.of("table", "topic", "region", "period", "kind");
    private static final JsonMapper JSON = new JsonMapper();

    private final ReleaseCatalogue releases;
    private final DatasetCatalogue datasets;
    private final Addresses addresses;
    private final OpenApiDocument document;
    private final Problems problems;

    AtlasApiController(
            ReleaseCatalogue releases,
            DatasetCatalogue datasets,
            Addresses addresses,
            OpenApiDocument document,
            Problems problems) {
        this.releases = releases;
        this.datasets = datasets;
        this.addresses = addresses;
        this.document = document;
        this.problems = problems;
    }

    @GetMapping(ROOT + "/api-info")
    void info(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, release(request), (call, of) -> document.info(addresses.site(request)));
    }

    @GetMapping(ROOT + "/openapi.json")
    void openApi(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = document.at(addresses.site(request));
        response.setHeader("Cache-Control", "no-cache");
        if (!new ServletWebRequest(request, response)
                .checkNotModified("W/\"" + DigestUtils.md5DigestAsHex(body) + '"')) {
            response.setContentType("application/json");
            response.getOutputStream().write(body);
        }
    }

    @GetMapping(ROOT + "/releases")
    void releases(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PublishedRelease served = releases.current();
        ReleaseAnswers answers = new ReleaseAnswers(addresses.site(request));
        List<Manifest> known = releases.publishedUpTo(served).stream()
                .flatMap(id -> releases.find(id, served).stream())
                .map(folder -> folder.manifest())
                .toList();
        answer(
                request,
                response,
                named(request).map(this::release).orElseGet(() -> datasets.of(served)),
                (call, of) -> page(
                        call,
                        of,
                        "releases",
                        known,
                        one -> answers.summary(one, one.release().equals(served.id()))));
    }

    @GetMapping(ROOT + "/releases/{id}")
    void release(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Datasets wanted = release(id);
        boolean served = releases.current().id().equals(wanted.release().release());
        answer(request, response, wanted, (call, of) -> new ReleaseAnswers(addresses.site(request))
                .whole(of.release(), served));
    }

    @GetMapping(ROOT + "/releases/{id}/differences")
    void differences(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(request, response, release(id), AtlasApiController::differences);
    }

    @GetMapping(ROOT + "/quality")
    void quality(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(
                request,
                response,
                release(request),
                (call, of) -> named(
                        of,
                        "quality",
                        ReleaseAnswers.camelCase(of.source().documents().quality())));
    }

    @GetMapping(ROOT + "/disclosure")
    void disclosure(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, release(request), (call, of) -> {
            Map<String, Object> reasons = new LinkedHashMap<>();
            of.release()
                    .thresholds()
                    .forEach((name, threshold) ->
                            reasons.put(ReleaseAnswers.camelCase(name), ReleaseAnswers.text(threshold.reason())));
            Map<String, Object> answer = named(
                    of,
                    "disclosure",
                    ReleaseAnswers.camelCase(of.source().documents().disclosure()));
            answer.put("thresholdReasons", reasons);
            return answer;
        });
    }

    @GetMapping(ROOT + "/regions")
    void regions(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ReleaseAnswers answers = new ReleaseAnswers(addresses.site(request));
        answer(request, response, release(request), (call, of) -> {
            String level = call.text("level").orElse("");
            if (!level.isEmpty() && !of.release().levels().contains(level)) {
                throw ApiProblem.badRequest(
                        "unknown-level",
                        "Parameter level: expected one of " + of.release().levels() + ", found another.");
            }
            List<Region> regions = of.source().codes().regions().all().stream()
                    .filter(region -> level.isEmpty() || region.level().equals(level))
                    .toList();
            return page(call, of, "regions", regions, answers::region);
        });
    }

    @GetMapping(ROOT + "/regions/{code}")
    void region(@PathVariable String code, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String site = addresses.site(request);
        answer(request, response, release(request), (call, of) -> {
            Region region = find(of.source().codes().regions().find(code), "region");
            Map<String, Object> answer = new ReleaseAnswers(site).region(region);
            answer.put("release", of.release().release());
            ReleaseDocuments documents = of.source().documents();
            if (documents.hasMap(region.level())) {
                answer.put(
                        "mapHref",
                        site + "/releases/" + of.release().release() + "/geography/" + region.level() + ".geojson");
            }
            return answer;
        });
    }

    @GetMapping(ROOT + "/topics")
    void topics(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(
                request,
                response,
                release(request),
                (call, of) ->
                        page(call, of, "topics", of.source().codes().topics().all(), AtlasApiController::topic));
    }

    @GetMapping(ROOT + "/topics/{code}")
    void topic(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, release(request), (call, of) -> {
            Topic topic = find(of.source().codes().topics().find(code), "topic");
            Map<String, Object> answer = topic(topic);
            answer.put("release", of.release().release());
            for (JsonNode indicator : of.source().documents().indicators()) {
                if (indicator.path("id").asString("").equals(topic.code())) {
                    answer.put("indicator", ReleaseAnswers.camelCase(indicator));
                }
            }
            return answer;
        });
    }

    @GetMapping(ROOT + "/problems/{kind}")
    void problem(@PathVariable String kind, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(request, response, release(request), (call, of) -> {
            String advice = ProblemAdvice.of(kind)
                    .orElseThrow(() -> ApiProblem.notFound(
                            "unknown-problem",
                            "Path: expected a kind of problem that this site tells of, found another."));
            Map<String, Object> answer = named(of, "kind", kind);
            answer.put("title", ApiProblem.badRequest(kind, "").title());
            answer.put("advice", advice);
            return answer;
        });
    }

    /** Any other address below {@code /api}. */
    @GetMapping({"/api", "/api/{*rest}"})
    void unknown(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.answer(Problems.of(HttpStatus.NOT_FOUND), request, response);
    }

    private static Map<String, Object> differences(Parameters call, Datasets of) {
        int limit = limit(call);
        int page = call.number("page", 1);
        ReleaseDocuments.Rows rows = of.source()
                .documents()
                .changes(
                        row -> FILTERS.stream().allMatch(filter -> call.text(filter)
                                .map(wanted -> wanted.equals(row.get(filter)))
                                .orElse(true)),
                        (page - 1L) * limit,
                        limit)
                .orElse(new ReleaseDocuments.Rows(0, List.of()));
        List<Object> differences =
                rows.rows().stream().map(AtlasApiController::difference).toList();
        return paged(of, "differences", differences, page, limit, rows.total());
    }

    private static Object difference(Map<String, String> row) {
        Map<String, Object> answer = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            if (!value.isEmpty()) {
                answer.put(ReleaseAnswers.camelCase(column), value);
            }
        });
        return answer;
    }

    private static Map<String, Object> topic(Topic topic) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("code", topic.code());
        answer.put("name", ReleaseAnswers.text(topic.name()));
        answer.put("group", topic.group());
        answer.put("kind", topic.measure());
        answer.put("polarity", topic.polarity());
        answer.put("definition", ReleaseAnswers.text(topic.definition()));
        return answer;
    }

    private static int limit(Parameters call) {
        return Math.min(MOST, call.number("limit", LIMIT));
    }

    private static <T> Map<String, Object> page(
            Parameters call, Datasets of, String name, List<T> all, Function<T, Object> answer) {
        int limit = limit(call);
        int page = call.number("page", 1);
        Stream<T> asked = all.stream().skip((page - 1L) * limit).limit(limit);
        return paged(of, name, asked.map(answer).toList(), page, limit, all.size());
    }

    private static Map<String, Object> paged(Datasets of, String name, List<?> items, int page, int limit, long total) {
        Map<String, Object> answer = named(of, name, items);
        answer.put("page", page);
        answer.put("limit", limit);
        answer.put("total", total);
        return answer;
    }

    private static Map<String, Object> named(Datasets of, String name, Object value) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("release", of.release().release());
        answer.put(name, value);
        return answer;
    }

    private static <C extends Code> C find(Optional<C> code, String what) {
        return code.orElseThrow(() -> ApiProblem.notFound(
                "unknown-" + what, "Path: expected the code of a " + what + " of the release, found another."));
    }

    private Datasets release(HttpServletRequest request) {
        return named(request).map(this::release).orElseGet(datasets::current);
    }

    /** The release that a call names; empty for the one served. */
    private static Optional<String> named(HttpServletRequest request) {
        return new Parameters(request).text("release").filter(named -> !named.equals("latest"));
    }

    private Datasets release(String id) {
        return id.equals("latest")
                ? datasets.current()
                : datasets.find(id)
                        .orElseThrow(() -> ApiProblem.notFound(
                                "unknown-release", "Expected a release that /api/v1/releases names, found another."));
    }

    @FunctionalInterface
    private interface Answer {
        Map<String, Object> of(Parameters call, Datasets datasets);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Datasets of, Answer answer)
            throws IOException {
        String served = releases.current().id();
        response.setHeader("Tillsyn-Release", of.release().release());
        String asked = addresses.site(request) + request.getRequestURI() + '?' + request.getQueryString() + served;
        if (!Unchanged.since(request, response, of.release(), asked)) {
            response.setContentType("application/json");
            response.getOutputStream().write(JSON.writeValueAsBytes(answer.of(new Parameters(request), of)));
        }
    }
}
