package se.tillsyn.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import se.tillsyn.web.release.NoReleaseException;

/** Answers faults that the interfaces' own controllers tell of. */
@ControllerAdvice(annotations = ApiController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ApiFaults {

    private final Problems problems;

    ApiFaults(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void problem(ApiProblem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        problems.answer(problem, request, response);
    }

    @ExceptionHandler(NoReleaseException.class)
    void noRelease(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "60");
        problems.answer(
                new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, "no-release", "No release is served at the moment."),
                request,
                response);
    }
}
