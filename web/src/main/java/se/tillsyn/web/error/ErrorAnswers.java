package se.tillsyn.web.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import se.tillsyn.web.http.ApiPaths;
import se.tillsyn.web.http.BadRequestException;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.language.Dictionary;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.release.NoReleaseException;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.ReleaseCatalogue;
import se.tillsyn.web.rest.Problems;

/** Answers every request that no page answers. None of these answers may be kept by a cache. */
@Controller
@ControllerAdvice
final class ErrorAnswers implements ErrorController {

    private final ReleaseCatalogue releases;
    private final Dictionary dictionary;
    private final Problems problems;

    ErrorAnswers(ReleaseCatalogue releases, Dictionary dictionary, Problems problems) {
        this.releases = releases;
        this.dictionary = dictionary;
        this.problems = problems;
    }

    @ExceptionHandler
    ModelAndView badRequest(BadRequestException fault, Locale locale, HttpServletResponse response) {
        Texts texts = dictionary.of(locale);
        return answer(texts, HttpStatus.BAD_REQUEST, texts.of(fault.messageKey(), fault.parameter()), response);
    }

    @ExceptionHandler
    ModelAndView unknownCode(UnknownCodeException fault, Locale locale, HttpServletResponse response) {
        Texts texts = dictionary.of(locale);
        return answer(texts, HttpStatus.NOT_FOUND, texts.of(fault.messageKey()), response);
    }

    @ExceptionHandler(NoResourceFoundException.class)
    ModelAndView noPage(Locale locale, HttpServletResponse response) {
        Texts texts = dictionary.of(locale);
        return answer(texts, HttpStatus.NOT_FOUND, texts.of("error.unknown.page"), response);
    }

    @ExceptionHandler(NoReleaseException.class)
    ModelAndView noRelease(Locale locale, HttpServletResponse response) {
        Texts texts = dictionary.of(locale);
        response.setHeader("Retry-After", "60");
        return answer(texts, HttpStatus.SERVICE_UNAVAILABLE, texts.of("error.no-release"), response);
    }

    /** What a filter or the server itself refused, and what went wrong in this program. */
    @RequestMapping("/error")
    @Nullable
    ModelAndView refused(HttpServletRequest request, Locale locale, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer known
                ? Optional.ofNullable(HttpStatus.resolve(known)).orElse(HttpStatus.INTERNAL_SERVER_ERROR)
                : HttpStatus.NOT_FOUND;
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && ApiPaths.contain(path)) {
            if (status == HttpStatus.METHOD_NOT_ALLOWED) {
                // Spring names what its methods are mapped to, which leaves out what it answers by itself.
                response.setHeader(HttpHeaders.ALLOW, Problems.ALLOW);
            }
            problems.answer(Problems.of(status), request, response);
            return null;
        }
        Texts texts = dictionary.of(locale);
        String explanation =
                switch (status) {
                    case BAD_REQUEST -> texts.of("error.address");
                    case NOT_FOUND -> texts.of("error.unknown.page");
                    case METHOD_NOT_ALLOWED -> texts.of("error.method");
                    default -> texts.of("error.internal");
                };
        return answer(texts, status, explanation, response);
    }

    private ModelAndView answer(Texts texts, HttpStatus status, String explanation, HttpServletResponse response) {
        String heading = texts.of("error.heading." + (status.is5xxServerError() ? 500 : status.value()));
        Optional<PublishedRelease> release = releases.served();
        PageFrame frame = release.map(served -> PageFrame.of(
                        Shown.latest(served, texts, dictionary), Section.NONE, heading, SitePaths::overview))
                .orElseGet(() -> PageFrame.withoutRelease(texts, heading));
        ErrorPage page = new ErrorPage(
                frame,
                status.value(),
                heading,
                explanation,
                texts.of(status.is5xxServerError() ? "error.advice.later" : "error.advice"),
                release.isPresent() ? new SitePaths(texts.language()).topics() : "");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        ModelAndView answer = new ModelAndView("error");
        answer.addObject("page", page);
        answer.setStatus(status);
        return answer;
    }
}
