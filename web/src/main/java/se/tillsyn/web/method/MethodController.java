package se.tillsyn.web.method;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.tillsyn.web.language.Dictionary;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.ReleaseCatalogue;

/** The pages of text. */
@Controller
final class MethodController {

    private final ReleaseCatalogue releases;
    private final Dictionary dictionary;

    MethodController(ReleaseCatalogue releases, Dictionary dictionary) {
        this.releases = releases;
        this.dictionary = dictionary;
    }

    @GetMapping({"/sv/metod", "/en/method"})
    String method(Locale locale, Model model) {
        PublishedRelease release = releases.current();
        Texts texts = dictionary.of(locale);
        List<MethodPage.Named> bases = release.codes().selectionBases().all().stream()
                .map(basis -> new MethodPage.Named(texts.of(basis.name()), texts.of(basis.note())))
                .toList();
        List<MethodPage.Named> thresholds = release.manifest().thresholds().entrySet().stream()
                .map(threshold -> new MethodPage.Named(
                        texts.ofOr("threshold." + threshold.getKey(), threshold.getKey()) + ": "
                                + texts.numbers().whole(threshold.getValue().value()),
                        texts.of(threshold.getValue().reason())))
                .toList();
        model.addAttribute(
                "page",
                new MethodPage(
                        PageFrame.of(texts, release, Section.METHOD, texts.of("method.title"), SitePaths::method),
                        bases,
                        thresholds,
                        release.manifest().notes().stream().map(texts::of).toList(),
                        new SitePaths(texts.language()).release(release.id()),
                        release.manifest().methodVersion()));
        return "method";
    }

    @GetMapping({"/sv/om", "/en/about"})
    String about(Locale locale, Model model) {
        PublishedRelease release = releases.current();
        Texts texts = dictionary.of(locale);
        SitePaths paths = new SitePaths(texts.language());
        model.addAttribute(
                "page",
                new AboutPage(
                        PageFrame.of(texts, release, Section.ABOUT, texts.of("about.title"), SitePaths::about),
                        texts.of(release.manifest().publisher()),
                        release.manifest().contact(),
                        paths.method(),
                        paths.releases()));
        return "about";
    }
}
