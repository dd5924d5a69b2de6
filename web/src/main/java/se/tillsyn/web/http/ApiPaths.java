package se.tillsyn.web.http;

/** Which addresses are programming interfaces, for which other rules hold than for pages. */
public final class ApiPaths {

    private ApiPaths() {}

    public static boolean contain(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }
}
