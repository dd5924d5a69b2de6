package se.tillsyn.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parameters of a call. Their names may be in any letters' case, and unknown ones are left aside. */
public final class Parameters {

    private static final Pattern WHOLE = Pattern.compile("\\d{1,10}");

    private final HttpServletRequest request;

    public Parameters(HttpServletRequest request) {
        this.request = request;
    }

    /** A parameter's last value; empty when it is not there or blank. */
    public Optional<String> text(String name) {
        String found = "";
        for (String sent : request.getParameterMap().keySet()) {
            if (sent.equalsIgnoreCase(name)) {
                String[] values = request.getParameterValues(sent);
                found = values[values.length - 1].strip();
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /**
     * A whole number of 1 or more.
     *
     * @throws ApiProblem for anything else
     */
    public int number(String name, int otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        long number = WHOLE.matcher(text.get()).matches() ? Long.parseLong(text.get()) : 0;
        if (number < 1 || number > Integer.MAX_VALUE) {
            throw ApiProblem.badRequest(
                    "malformed-number",
                    "Parameter " + name + ": expected a whole number of 1 or more, found something else.");
        }
        return (int) number;
    }
}
