package se.tillsyn.web.page;

import se.tillsyn.web.language.Language;

/** Addresses of the pages in one language. ASCII only, never built from anything a request holds. */
public record SitePaths(Language language) {

    public String overview() {
        return "/" + language.code() + "/";
    }

    public String topics() {
        return overview() + (language == Language.SV ? "indikatorer" : "indicators");
    }

    public String topic(String code) {
        return overview() + (language == Language.SV ? "indikator/" : "indicator/") + code;
    }

    public String releases() {
        return overview() + (language == Language.SV ? "utgavor" : "releases");
    }

    public String release(String id) {
        return releases() + "/" + id;
    }

    public String method() {
        return overview() + (language == Language.SV ? "metod" : "method");
    }

    public String about() {
        return overview() + (language == Language.SV ? "om" : "about");
    }

    /** A file of a release, the same in both languages. */
    public String file(String release, String path) {
        return "/releases/" + release + "/" + path;
    }
}
