package se.tillsyn.web.page;

import se.tillsyn.web.language.Language;

/**
 * Addresses of the pages in one language. ASCII only, never built from anything a request holds.
 *
 * @param language of the pages
 * @param release identifier of the earlier release that the pages are of; empty for the latest
 */
public record SitePaths(Language language, String release) {

    /** Parameter of every page: the release it is of, when that is not the latest. */
    public static final String RELEASE = "release";

    public SitePaths(Language language) {
        this(language, "");
    }

    /** The same in another language. */
    public SitePaths in(Language other) {
        return new SitePaths(other, release);
    }

    /** The same of the latest release. */
    public SitePaths ofLatest() {
        return new SitePaths(language, "");
    }

    public String overview() {
        return address("", "").text();
    }

    public String topics() {
        return address("indikatorer", "indicators").text();
    }

    public String topic(String code) {
        return topicAddress(code, "").text();
    }

    /**
     * A topic's view, to be completed with its parameters.
     *
     * @param ending of a file of the view, with its point; empty for the page
     */
    public Address topicAddress(String code, String ending) {
        return address("indikator/" + code + ending, "indicator/" + code + ending);
    }

    /** A topic's figure alone, for frames on other sites. */
    public Address embed(String code) {
        return address("inbaddad/" + code, "embedded/" + code);
    }

    public String region(String code) {
        return regionAddress(code, "").text();
    }

    /** A region's profile; {@code ending} as {@link #topicAddress}. */
    public Address regionAddress(String code, String ending) {
        return address("region/" + code + ending, "region/" + code + ending);
    }

    public String regions() {
        return address("regioner", "regions").text();
    }

    /** Regions side by side; {@code ending} as {@link #topicAddress}. */
    public Address compareAddress(String ending) {
        return address("jamfor" + ending, "compare" + ending);
    }

    /** How unequal regions are; on all topics without a code. */
    public Address inequalityAddress(String topic, String ending) {
        String last = (topic.isEmpty() ? "" : "/" + topic) + ending;
        return address("ojamlikhet" + last, "inequality" + last);
    }

    /** Waits and rules; {@code ending} as {@link #topicAddress}. */
    public Address waitsAddress(String ending) {
        return address("vantetider" + ending, "waits" + ending);
    }

    public String releases() {
        return address("utgavor", "releases").text();
    }

    public String release(String id) {
        return new SitePaths(language)
                .address("utgavor/" + id, "releases/" + id)
                .text();
    }

    /** What differs between a release and the one before. */
    public String changes(String id) {
        return new SitePaths(language)
                .address("utgavor/" + id + "/andringar", "releases/" + id + "/changes")
                .text();
    }

    /** The list of datasets. */
    public String data() {
        return address("data", "data").text();
    }

    /** A dataset's page. */
    public String dataset(String id) {
        return address("data/" + id, "data/" + id).text();
    }

    /** Where the site's own interface can be tried. */
    public String trials() {
        return address("data/api", "data/api").text();
    }

    /** An executed notebook; those beside it are told by their names alone. */
    public String notebook(String id) {
        return address("data/notebooks/" + id, "data/notebooks/" + id).text();
    }

    public String method() {
        return address("metod", "method").text();
    }

    public String quality() {
        return address("kvalitet", "quality").text();
    }

    public String glossary() {
        return address("ordlista", "glossary").text();
    }

    public String accessibility() {
        return address("tillganglighet", "accessibility").text();
    }

    public String about() {
        return address("om", "about").text();
    }

    public String search() {
        return address("sok", "search").text();
    }

    /** A file of a release, the same in both languages. */
    public String file(String release, String path) {
        return "/releases/" + release + "/" + path;
    }

    /** A page by its names in both languages. */
    public Address address(String swedish, String english) {
        return new Address("/" + language.code() + "/" + (language == Language.SV ? swedish : english), release);
    }
}
