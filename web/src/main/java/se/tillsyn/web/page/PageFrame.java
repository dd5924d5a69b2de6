package se.tillsyn.web.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.release.PublishedRelease;

/**
 * What surrounds the content of a page.
 *
 * @param lang language of the page
 * @param title of the page, without the site's name
 * @param siteName what the atlas is called
 * @param self address of this view
 * @param otherLang the other language
 * @param otherSelf the same view in it
 * @param menu main menu
 * @param release the release shown; {@code null} only when there is none
 */
public record PageFrame(
        String lang,
        String title,
        String siteName,
        String self,
        String otherLang,
        String otherSelf,
        String home,
        List<MenuItem> menu,
        @Nullable ReleaseLine release) {

    /** An entry of the main menu. */
    public record MenuItem(String label, String href, boolean current) {}

    /** What a page says of its release. */
    public record ReleaseLine(
            String id,
            String href,
            String day,
            boolean synthetic,
            String publisher,
            String contact,
            String disclaimer,
            String licence,
            String licenceUrl) {}

    /**
     * The frame of a page of a release.
     *
     * @param self address of the view in a language
     */
    public static PageFrame of(
            Texts texts, PublishedRelease release, Section section, String title, Function<SitePaths, String> self) {
        return of(
                texts,
                release,
                section,
                title,
                self,
                texts.of(release.manifest().name()));
    }

    /** The frame of a page that is shown although there is no release. */
    public static PageFrame withoutRelease(Texts texts, String title) {
        return of(texts, null, Section.NONE, title, SitePaths::overview, texts.of("site.name"));
    }

    private static PageFrame of(
            Texts texts,
            @Nullable PublishedRelease release,
            Section section,
            String title,
            Function<SitePaths, String> self,
            String siteName) {
        SitePaths paths = new SitePaths(texts.language());
        SitePaths other = new SitePaths(texts.language().other());
        return new PageFrame(
                paths.language().code(),
                title,
                siteName,
                self.apply(paths),
                other.language().code(),
                self.apply(other),
                paths.overview(),
                release == null ? List.of() : menu(texts, section, paths),
                release == null ? null : line(texts, release, paths));
    }

    private static List<MenuItem> menu(Texts texts, Section section, SitePaths paths) {
        return List.of(
                new MenuItem(texts.of("menu.overview"), paths.overview(), section == Section.OVERVIEW),
                new MenuItem(texts.of("menu.topics"), paths.topics(), section == Section.TOPICS),
                new MenuItem(texts.of("menu.method"), paths.method(), section == Section.METHOD),
                new MenuItem(texts.of("menu.releases"), paths.releases(), section == Section.RELEASES),
                new MenuItem(texts.of("menu.about"), paths.about(), section == Section.ABOUT));
    }

    private static ReleaseLine line(Texts texts, PublishedRelease release, SitePaths paths) {
        Manifest manifest = release.manifest();
        return new ReleaseLine(
                release.id(),
                paths.release(release.id()),
                texts.numbers().day(release.publishedAt()),
                manifest.synthetic(),
                texts.of(manifest.publisher()),
                manifest.contact(),
                texts.of(manifest.disclaimer()),
                manifest.licence(),
                manifest.licenceUrl());
    }
}
