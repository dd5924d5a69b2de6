package se.tillsyn.web.overview;

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

/** The first page and the list of topics. */
@Controller
final class OverviewController {

    private final ReleaseCatalogue releases;
    private final Dictionary dictionary;

    OverviewController(ReleaseCatalogue releases, Dictionary dictionary) {
        this.releases = releases;
        this.dictionary = dictionary;
    }

    /** One fixed way in, so that no cache needs to know a reader's languages. */
    @GetMapping({"/", "/sv"})
    String swedish() {
        return "redirect:/sv/";
    }

    @GetMapping("/en")
    String english() {
        return "redirect:/en/";
    }

    @GetMapping({"/sv/", "/en/"})
    String overview(Locale locale, Model model) {
        model.addAttribute("page", new OverviewPages(releases.current(), dictionary.of(locale)).page());
        return "overview";
    }

    @GetMapping({"/sv/indikatorer", "/en/indicators"})
    String topics(Locale locale, Model model) {
        PublishedRelease release = releases.current();
        Texts texts = dictionary.of(locale);
        model.addAttribute(
                "page",
                new TopicListPage(
                        PageFrame.of(texts, release, Section.TOPICS, texts.of("topics.title"), SitePaths::topics),
                        TopicGroup.of(texts, release),
                        texts.numbers().whole(release.codes().topics().all().size())));
        return "topics";
    }
}
