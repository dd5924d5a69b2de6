package se.tillsyn.web.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets only known parameters through, each once and short: an address with anything else was not made by this site. */
final class ParameterRules implements HandlerInterceptor {

    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_+.-]{1,64}");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean asked = request.getDispatcherType() == DispatcherType.REQUEST;
        if (asked && handler instanceof HandlerMethod method) {
            TakesParameters taken = method.getMethodAnnotation(TakesParameters.class);
            check(request.getParameterMap(), taken == null ? List.of() : List.of(taken.value()));
        }
        return true;
    }

    private static void check(Map<String, String[]> parameters, List<String> taken) {
        for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
            int known = taken.indexOf(parameter.getKey());
            if (known < 0) {
                throw BadRequestException.unknownParameter();
            }
            String name = taken.get(known);
            if (parameter.getValue().length != 1) {
                throw BadRequestException.repeated(name);
            }
            if (!VALUE.matcher(parameter.getValue()[0]).matches()) {
                throw BadRequestException.malformed(name);
            }
        }
    }
}
