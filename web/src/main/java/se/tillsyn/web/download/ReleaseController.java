package se.tillsyn.web.download;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.language.Dictionary;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.ReleaseCatalogue;

/** The list of releases and the page of each. */
@Controller
final class ReleaseController {

    private final ReleaseCatalogue releases;
    private final Dictionary dictionary;

    ReleaseController(ReleaseCatalogue releases, Dictionary dictionary) {
        this.releases = releases;
        this.dictionary = dictionary;
    }

    @GetMapping({"/sv/utgavor", "/en/releases"})
    String list(Locale locale, Model model) {
        PublishedRelease served = releases.current();
        Texts texts = dictionary.of(locale);
        SitePaths paths = new SitePaths(texts.language());
        List<ReleaseListPage.Line> lines = releases.publishedUpTo(served).stream()
                .map(id -> new ReleaseListPage.Line(id, paths.release(id), id.equals(served.id())))
                .toList();
        model.addAttribute(
                "page",
                new ReleaseListPage(
                        PageFrame.of(texts, served, Section.RELEASES, texts.of("releases.title"), SitePaths::releases),
                        lines));
        return "releases";
    }

    @GetMapping({"/sv/utgavor/{id}", "/en/releases/{id}"})
    String release(@PathVariable String id, Locale locale, Model model) {
        PublishedRelease served = releases.current();
        ReleaseFolder folder = releases.find(id, served).orElseThrow(() -> new UnknownCodeException("release"));
        model.addAttribute("page", ReleasePage.of(dictionary.of(locale), served, folder.manifest()));
        return "release";
    }
}
