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
 * @param site public address of the site without a slash at its end; empty where none is set
 * @param self address of this view
 * @param otherLang the other language
 * @param otherSelf the same view in it
 * @param menu main menu
 * @param submenu menu of the part of the site that the page stands in; empty for none
 * @param search where the search form leads
 * @param release the release shown; {@code null} only when there is none
 */
public record PageFrame(
        String lang,
        String title,
        String siteName,
        String site,
        String self,
        String otherLang,
        String otherSelf,
        String home,
        Menu menu,
        Menu submenu,
        String search,
        @Nullable ReleaseLine release) {

    /**
     * What a page says of its release.
     *
     * @param newest address of the same view of the latest release; empty when this is the latest
     * @param named identifier of the release when it is an earlier one; empty for the latest
     */
    public record ReleaseLine(
            String id,
            String href,
            String day,
            boolean synthetic,
            String publisher,
            String contact,
            String disclaimer,
            String licence,
            String licenceUrl,
            String newest,
            String named) {}

    /**
     * The frame of a page of a release.
     *
     * @param self address of the view in a language
     */
    public static PageFrame of(Shown shown, Section section, String title, Function<SitePaths, String> self) {
        Texts texts = shown.texts();
        String newest = shown.older() ? self.apply(shown.paths().ofLatest()) : "";
        return of(
                texts,
                shown.paths(),
                shown.site(),
                section,
                title,
                self,
                texts.of(shown.release().manifest().name()),
                line(texts, shown.release(), shown.paths(), newest));
    }

    /** The frame of a page that is shown although there is no release. */
    public static PageFrame withoutRelease(Texts texts, String title) {
        return of(
                texts,
                new SitePaths(texts.language()),
                "",
                Section.NONE,
                title,
                SitePaths::overview,
                texts.of("site.name"),
                null);
    }

    private static PageFrame of(
            Texts texts,
            SitePaths paths,
            String site,
            Section section,
            String title,
            Function<SitePaths, String> self,
            String siteName,
            @Nullable ReleaseLine release) {
        SitePaths other = paths.in(texts.language().other());
        return new PageFrame(
                paths.language().code(),
                title,
                siteName,
                site,
                self.apply(paths),
                other.language().code(),
                self.apply(other),
                paths.overview(),
                release == null ? Menu.NONE : menu(texts, paths, Section.main(), section.inMainMenu()),
                release == null ? Menu.NONE : menu(texts, paths, section.beside(), section),
                paths.ofLatest().search(),
                release);
    }

    private static Menu menu(Texts texts, SitePaths paths, List<Section> sections, Section current) {
        return new Menu(sections.stream()
                .map(section -> new Menu.Entry(texts.of(section.label()), section.path(paths), section == current))
                .toList());
    }

    private static ReleaseLine line(Texts texts, PublishedRelease release, SitePaths paths, String newest) {
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
                manifest.licenceUrl(),
                newest,
                paths.release());
    }
}
