package se.tillsyn.web.pxweb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.tillsyn.web.format.FormatOptions;
import se.tillsyn.web.format.OutputFormat;
import se.tillsyn.web.language.Language;
import se.tillsyn.web.rest.ApiProblem;
import se.tillsyn.web.rest.Parameters;
import se.tillsyn.web.table.CsvDialect;

/** A call with its parameters; their names may be in any letters' case, and unknown ones are left aside. */
final class PxWebCall {

    private static final Pattern NONE = Pattern.compile("0{1,10}|-\\d{1,10}");

    private final HttpServletRequest request;
    private final Map<String, String> otherwise;

    PxWebCall(HttpServletRequest request) {
        this(request, Map.of());
    }

    /** @param otherwise what parameters say that are not there, by their names in small letters */
    PxWebCall(HttpServletRequest request, Map<String, String> otherwise) {
        this.request = request;
        this.otherwise = otherwise;
    }

    /** A parameter's last value; empty when it is not there or blank. */
    Optional<String> parameter(String name) {
        return new Parameters(request)
                .text(name)
                .or(() -> Optional.ofNullable(otherwise.get(name.toLowerCase(Locale.ROOT))));
    }

    Language language() {
        String code = parameter("lang").orElse(Language.SV.code()).toLowerCase(Locale.ROOT);
        return Arrays.stream(Language.values())
                .filter(language -> code.equals(language.code()) || code.startsWith(language.code() + "-"))
                .findFirst()
                .orElseThrow(() -> ApiProblem.badRequest(
                        "unknown-language", "Parameter lang: expected sv or en, found another language."));
    }

    /** A whole number of 1 or more. */
    int number(String name, int otherwise) {
        return new Parameters(request).number(name, otherwise);
    }

    /** As {@link #number}, but 0 and less ask for the usual, as in the reference server: clients count pages from 0 too. */
    int numberOrUsual(String name, int usual) {
        boolean none = parameter(name).filter(NONE.asMatchPredicate()).isPresent();
        return none ? usual : number(name, usual);
    }

    /** Whether something is wished for; not unless it is said. */
    boolean flag(String name) {
        String word = parameter(name).orElse("false").toLowerCase(Locale.ROOT);
        if (!word.equals("true") && !word.equals("false")) {
            throw ApiProblem.badRequest(
                    "malformed-flag", "Parameter " + name + ": expected true or false, found something else.");
        }
        return word.equals("true");
    }

    OutputFormat format() {
        return parameter("outputFormat")
                .map(
                        code -> OutputFormat.ofCode(code)
                                .orElseThrow(
                                        () -> ApiProblem.badRequest(
                                                "unknown-format",
                                                "Parameter outputFormat: expected one of the formats that /config names, found another.")))
                .orElse(OutputFormat.JSON_STAT);
    }

    /**
     * How the answer is to be written.
     *
     * @param release asked for by name; empty for the one served
     */
    FormatOptions options(String base, String release) {
        List<String> sent = new ArrayList<>();
        request.getParameterMap().forEach((name, texts) -> {
            if (name.equalsIgnoreCase("outputFormatParams")) {
                sent.addAll(List.of(texts));
            }
        });
        if (sent.isEmpty()) {
            sent.add(otherwise.getOrDefault("outputformatparams", ""));
        }
        List<String> wanted = sent.stream()
                .flatMap(text -> DataRequests.words(text).stream())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        return new FormatOptions(
                language(),
                labels(wanted),
                wanted.contains("includetitle"),
                separator(wanted),
                dialect(),
                base,
                release);
    }

    private CsvDialect dialect() {
        return parameter(CsvDialect.PARAMETER)
                .map(code -> CsvDialect.ofCode(code.toLowerCase(Locale.ROOT))
                        .orElseThrow(() -> ApiProblem.badRequest(
                                "unknown-dialect",
                                "Parameter dialect: expected standard or excel-sv, found another dialect.")))
                .orElse(CsvDialect.STANDARD);
    }

    private static FormatOptions.Labels labels(List<String> wanted) {
        List<FormatOptions.Labels> labels = new ArrayList<>();
        for (String word : wanted) {
            switch (word) {
                case "usecodes" -> labels.add(FormatOptions.Labels.CODES);
                case "usetexts" -> labels.add(FormatOptions.Labels.TEXTS);
                case "usecodesandtexts" -> labels.add(FormatOptions.Labels.BOTH);
                case "includetitle", "separatortab", "separatorspace", "separatorsemicolon" -> {
                    // Read elsewhere.
                }
                default ->
                    throw ApiProblem.badRequest(
                            "unknown-format-parameter",
                            "Parameter outputFormatParams: expected words that the OpenAPI document names, found another.");
            }
        }
        if (labels.stream().distinct().count() > 1) {
            throw ApiProblem.badRequest(
                    "contradicting-format-parameters",
                    "Parameter outputFormatParams: expected one of UseCodes, UseTexts and UseCodesAndTexts, found several.");
        }
        return labels.isEmpty() ? FormatOptions.Labels.BOTH : labels.get(0);
    }

    private static char separator(List<String> wanted) {
        List<Character> separators = new ArrayList<>();
        if (wanted.contains("separatortab")) {
            separators.add('\t');
        }
        if (wanted.contains("separatorspace")) {
            separators.add(' ');
        }
        if (wanted.contains("separatorsemicolon")) {
            separators.add(';');
        }
        if (separators.size() > 1) {
            throw ApiProblem.badRequest(
                    "contradicting-format-parameters",
                    "Parameter outputFormatParams: expected one separator, found several.");
        }
        return separators.isEmpty() ? '\0' : separators.get(0);
    }
}
