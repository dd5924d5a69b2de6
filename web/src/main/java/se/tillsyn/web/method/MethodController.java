package se.tillsyn.web.method;

import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.release.PublishedRelease;

/** The pages of text. */
@Controller
final class MethodController {

    @GetMapping({"/sv/metod", "/en/method"})
    String method(Shown shown, Model model) {
        PublishedRelease release = shown.release();
        Texts texts = shown.texts();
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
                        PageFrame.of(shown, Section.METHOD, texts.of("method.title"), SitePaths::method),
                        bases,
                        thresholds,
                        WithheldShares.of(shown),
                        release.manifest().notes().stream().map(texts::of).toList(),
                        shown.paths().release(release.id()),
                        release.manifest().methodVersion(),
                        shown.paths().quality(),
                        shown.paths().glossary()));
        return "method";
    }

    @GetMapping({"/sv/kvalitet", "/en/quality"})
    String quality(Shown shown, Model model) {
        model.addAttribute("page", QualityPage.of(shown));
        return "quality";
    }

    @GetMapping({"/sv/ordlista", "/en/glossary"})
    String glossary(Shown shown, Model model) {
        model.addAttribute("page", GlossaryPage.of(shown));
        return "glossary";
    }

    @GetMapping({"/sv/tillganglighet", "/en/accessibility"})
    String accessibility(Shown shown, Model model) {
        model.addAttribute("page", about(shown, Section.ACCESSIBILITY, "access.title", SitePaths::accessibility));
        return "accessibility";
    }

    @GetMapping({"/sv/om", "/en/about"})
    String about(Shown shown, Model model) {
        model.addAttribute("page", about(shown, Section.ABOUT, "about.title", SitePaths::about));
        return "about";
    }

    private static AboutPage about(Shown shown, Section section, String title, Function<SitePaths, String> self) {
        Texts texts = shown.texts();
        return new AboutPage(
                PageFrame.of(shown, section, texts.of(title), self),
                texts.of(shown.release().manifest().publisher()),
                shown.release().manifest().contact(),
                shown.paths().method(),
                shown.paths().releases(),
                shown.paths().accessibility());
    }
}
