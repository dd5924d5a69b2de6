package se.tillsyn.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import se.tillsyn.web.language.Dictionary;
import se.tillsyn.web.language.Language;
import se.tillsyn.web.page.PublicAddress;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.ReleaseCatalogue;

/** Asks for the release once per request: the latest, or the one that the address names. */
@Component
final class ShownResolver implements HandlerMethodArgumentResolver {

    private final ReleaseCatalogue releases;
    private final Dictionary dictionary;
    private final PublicAddress known;
    private final LocaleResolver locales = new PathLocale();

    ShownResolver(ReleaseCatalogue releases, Dictionary dictionary, PublicAddress known) {
        this.releases = releases;
        this.dictionary = dictionary;
        this.known = known;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Shown.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
        if (asked == null) {
            throw new IllegalStateException("a page was asked for by something else than a request");
        }
        PublishedRelease latest =
                asked.getAttribute(PageCache.LATEST) instanceof PublishedRelease held ? held : releases.current();
        Map<String, String> parameters = new LinkedHashMap<>();
        asked.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
        String id = parameters.remove(SitePaths.RELEASE);
        PublishedRelease release = id == null
                ? latest
                : releases.earlier(id, latest).orElseThrow(() -> new UnknownCodeException("release"));
        Language language = Language.of(locales.resolveLocale(asked));
        String named = release.id().equals(latest.id()) ? "" : release.id();
        return new Shown(
                release,
                latest,
                dictionary.of(language),
                dictionary,
                new SitePaths(language, named),
                known.baseUrl(),
                parameters);
    }
}
