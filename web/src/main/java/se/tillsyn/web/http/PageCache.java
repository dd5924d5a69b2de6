package se.tillsyn.web.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.ReleaseCatalogue;

/**
 * Keeps answers of pages and of their files, whole and packed, for as long as the release that they are of is the latest
 * and there is room. A page of a release never changes, so nothing ever has to be thrown away for being old. Each has a
 * tag, so that whoever has it already is told that nothing changed. The release is asked for here, once per request, and
 * what is made for the request is made of it.
 */
final class PageCache extends OncePerRequestFilter {

    /** Attribute of a request: the release that is the latest for as long as it lasts. */
    static final String LATEST = PageCache.class.getName() + ".latest";

    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final long ROOM_BYTES = 16L << 20;
    private static final int LARGEST_BYTES = 2 << 20;
    private static final int OVERHEAD_BYTES = 600;

    private final ReleaseCatalogue releases;
    private final Cache<Key, Kept> answers = Caffeine.newBuilder()
            .maximumWeight(ROOM_BYTES)
            .weigher((Key key, Kept kept) -> kept.weight())
            .build();

    PageCache(ReleaseCatalogue releases) {
        this.releases = releases;
    }

    private record Key(String release, String address) {}

    /** An answer, packed where that is worth it; the few that take no packed one get it unpacked again. */
    private static final class Kept {

        private final byte[] bytes;
        private final boolean packed;
        /** Weak, since the answer is sent packed and unpacked. */
        private final String tag;

        private final Map<String, String> headers;

        Kept(byte[] bytes, boolean packed, String tag, Map<String, String> headers) {
            this.bytes = bytes;
            this.packed = packed;
            this.tag = tag;
            this.headers = Map.copyOf(headers);
        }

        int weight() {
            return bytes.length + OVERHEAD_BYTES;
        }
    }

    /** Tells the language as a header too, so that it can be kept. */
    private static final class Copied extends ContentCachingResponseWrapper {

        Copied(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setLocale(Locale locale) {
            super.setLocale(locale);
            setHeader("Content-Language", locale.toLanguageTag());
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<PublishedRelease> latest = releases.served();
        if (latest.isEmpty() || !METHODS.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(LATEST, latest.get());
        String query = request.getQueryString();
        Key key = new Key(
                latest.get().id(), query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query);
        Kept kept = answers.getIfPresent(key);
        if (kept == null) {
            ContentCachingResponseWrapper copy = new Copied(response);
            chain.doFilter(request, copy);
            if (copy.getStatus() != HttpServletResponse.SC_OK) {
                copy.copyBodyToResponse();
                return;
            }
            kept = kept(copy);
            if (copy.getContentSize() <= LARGEST_BYTES && request.getMethod().equals("GET")) {
                answers.put(key, kept);
            }
        }
        send(kept, request, response);
    }

    private static Kept kept(ContentCachingResponseWrapper copy) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : new String[] {"Content-Disposition", "Cache-Control", "Content-Language"}) {
            String value = copy.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        String type = copy.getContentType() == null ? "" : copy.getContentType();
        headers.put("Content-Type", type);
        byte[] body = copy.getContentAsByteArray();
        boolean packs = body.length >= Packing.WORTH_BYTES && !type.startsWith("image/png");
        StringBuilder tag = new StringBuilder("W/\"");
        DigestUtils.appendMd5DigestAsHex(body, tag).append('"');
        return new Kept(packs ? Packing.once(body) : body, packs, tag.toString(), headers);
    }

    /** Whoever has the same answer already is told so, and is sent nothing. */
    private static void send(Kept kept, HttpServletRequest request, HttpServletResponse response) throws IOException {
        kept.headers.forEach(response::setHeader);
        if (kept.packed) {
            response.setHeader("Vary", "Accept-Encoding");
        }
        if (new ServletWebRequest(request, response).checkNotModified(kept.tag)) {
            return;
        }
        byte[] sent = kept.bytes;
        if (kept.packed && Packing.taken(request)) {
            Packing.tell(response);
        } else if (kept.packed) {
            sent = Packing.unpacked(sent);
        }
        response.setContentLength(sent.length);
        response.getOutputStream().write(sent);
    }
}
