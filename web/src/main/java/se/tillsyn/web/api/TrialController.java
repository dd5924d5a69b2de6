package se.tillsyn.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.tillsyn.web.http.BadRequestException;
import se.tillsyn.web.http.TakesParameters;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.language.Language;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.release.PublishedRelease;

/**
 * The page on which {@code /api/v1} can be tried: forms that need no script. A form cannot put a code into a path, so each
 * leads to an address of its own that leads on to what was filled in.
 */
@Controller
final class TrialController {

    private static final String ROOT = "/api/v1";

    private final OpenApiDocument document;

    TrialController(OpenApiDocument document) {
        this.document = document;
    }

    @GetMapping({"/sv/data/api", "/en/data/api"})
    String page(Shown shown, Model model) {
        Language language = shown.texts().language();
        List<TrialPage.Trial> trials = document.operations().stream()
                .map(operation -> trial(operation, language, shown.paths().trials(), shown.release()))
                .toList();
        model.addAttribute(
                "page",
                new TrialPage(
                        PageFrame.of(shown, Section.DATA, shown.texts().of("trial.title"), SitePaths::trials),
                        shown.paths().data(),
                        ROOT + "/openapi.json",
                        trials));
        return "trial";
    }

    private static TrialPage.Trial trial(
            ApiOperation operation, Language language, String page, PublishedRelease release) {
        return new TrialPage.Trial(
                operation.id(),
                ROOT + operation.path(),
                heading(language.of(operation.about())),
                page.replaceAll("\\?.*", "") + '/' + operation.id(),
                operation.parameters().stream()
                        .map(parameter -> new TrialPage.Field(
                                operation.id() + '-' + parameter.name(),
                                parameter.name(),
                                heading(language.of(parameter.about())),
                                parameter.inPath(),
                                parameter.inPath() ? example(operation, release) : ""))
                        .toList());
    }

    /** A sentence of the document as a heading or the name of a field has it: without a full stop. */
    private static String heading(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** What a path can be tried with: a code that the release has. */
    private static String example(ApiOperation operation, PublishedRelease release) {
        return switch (operation.path().split("/")[1]) {
            case "releases" -> release.id();
            case "regions" -> release.manifest().nation();
            case "topics" -> release.codes().topics().all().get(0).code();
            default -> "unknown-table";
        };
    }

    /** Leads from a form that was filled in to the address that it means; fields left empty are left out. */
    @GetMapping({"/sv/data/api/{operation}", "/en/data/api/{operation}"})
    @TakesParameters(
            words = {"id", "code", "kind", "release", "level", "table", "topic", "region", "period", "limit", "page"})
    ResponseEntity<Void> filledIn(@PathVariable String operation, HttpServletRequest request) {
        ApiOperation tried = document.operations().stream()
                .filter(known -> known.id().equals(operation))
                .findFirst()
                .orElseThrow(() -> new UnknownCodeException("page"));
        String path = tried.path();
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (ApiOperation.Parameter parameter : tried.parameters()) {
            String value = encoded(request.getParameter(parameter.name()));
            if (parameter.inPath() && value.isEmpty()) {
                throw BadRequestException.malformed(parameter.name());
            }
            if (parameter.inPath()) {
                path = path.replace('{' + parameter.name() + '}', value);
            } else if (!value.isEmpty()) {
                query.add(parameter.name() + '=' + value);
            }
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(ROOT + path + query))
                .build();
    }

    private static String encoded(@Nullable String value) {
        return value == null
                ? ""
                : URLEncoder.encode(value.strip(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
