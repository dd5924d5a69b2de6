package se.tillsyn.web.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.SitePaths;

/** Lets only known parameters through, each once and short: an address with anything else was not made by this site. */
final class ParameterRules implements HandlerInterceptor {

    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_+.~-]{1,128}");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N} .,:;()/_+–-]{0,80}");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean asked = request.getDispatcherType() == DispatcherType.REQUEST;
        if (asked && handler instanceof HandlerMethod method) {
            check(request.getParameterMap(), taken(method));
        }
        return true;
    }

    /** Each parameter that a page takes, with the shape of its values. */
    private static Map<String, Pattern> taken(HandlerMethod method) {
        Map<String, Pattern> taken = new HashMap<>();
        TakesParameters named = method.getMethodAnnotation(TakesParameters.class);
        if (named != null) {
            List.of(named.value()).forEach(name -> taken.put(name, VALUE));
            List.of(named.words()).forEach(name -> taken.put(name, WORDS));
        }
        for (MethodParameter parameter : method.getMethodParameters()) {
            if (parameter.getParameterType() == Shown.class) {
                taken.put(SitePaths.RELEASE, VALUE);
            }
        }
        return taken;
    }

    private static void check(Map<String, String[]> parameters, Map<String, Pattern> taken) {
        for (Map.Entry<String, Pattern> known : taken.entrySet()) {
            String[] values = parameters.get(known.getKey());
            if (values != null && values.length != 1) {
                throw BadRequestException.repeated(known.getKey());
            }
            if (values != null && !known.getValue().matcher(values[0]).matches()) {
                throw BadRequestException.malformed(known.getKey());
            }
        }
        if (!taken.keySet().containsAll(parameters.keySet())) {
            throw BadRequestException.unknownParameter();
        }
    }
}
