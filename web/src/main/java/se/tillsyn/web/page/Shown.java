package se.tillsyn.web.page;

import java.util.Map;
import se.tillsyn.web.language.Dictionary;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.release.PublishedRelease;

/**
 * What one request shows: a release, held throughout, in a language.
 *
 * @param release that the page is of
 * @param latest that is served to those who ask for none
 * @param texts in the language of the page
 * @param dictionary both languages, for files
 * @param paths addresses in the language of the page, of its release
 * @param site public address of the site without a slash at its end; empty where none is set
 * @param asked the request's parameters but for the release; names and shape are checked
 */
public record Shown(
        PublishedRelease release,
        PublishedRelease latest,
        Texts texts,
        Dictionary dictionary,
        SitePaths paths,
        String site,
        Map<String, String> asked) {

    public Shown {
        asked = Map.copyOf(asked);
    }

    /** A release that is the latest. */
    public static Shown latest(PublishedRelease release, Texts texts, Dictionary dictionary) {
        return new Shown(release, release, texts, dictionary, new SitePaths(texts.language()), "", Map.of());
    }

    /** Address that always shows the same numbers as a view does now, with the host where it is known. */
    public String lasting(Address view) {
        return site + view.ofRelease(release.id());
    }

    /** Whether a later release than the one shown is served. */
    public boolean older() {
        return !release.id().equals(latest.id());
    }
}
