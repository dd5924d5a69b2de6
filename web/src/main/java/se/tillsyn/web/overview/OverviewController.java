package se.tillsyn.web.overview;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.SitePaths;

/** The first page and the list of topics. */
@Controller
final class OverviewController {

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
    String overview(Shown shown, Model model) {
        model.addAttribute("page", new OverviewPages(shown).page());
        return "overview";
    }

    @GetMapping({"/sv/indikatorer", "/en/indicators"})
    String topics(Shown shown, Model model) {
        Texts texts = shown.texts();
        model.addAttribute(
                "page",
                new TopicListPage(
                        PageFrame.of(shown, Section.TOPICS, texts.of("topics.title"), SitePaths::topics),
                        TopicGroup.of(shown),
                        texts.numbers()
                                .whole(shown.release().codes().topics().all().size())));
        return "topics";
    }
}
