package se.tillsyn.web.search;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.tillsyn.web.http.TakesParameters;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.SitePaths;

/** The search. */
@Controller
final class SearchController {

    private static final String QUERY = "q";

    @GetMapping({"/sv/sok", "/en/search"})
    @TakesParameters(words = QUERY)
    String search(Shown shown, Model model) {
        Texts texts = shown.texts();
        String query = shown.asked().getOrDefault(QUERY, "").strip();
        List<SearchPage.Group> groups = new SearchIndex(shown).find(query);
        int found = groups.stream().mapToInt(group -> group.hits().size()).sum();
        String summary = query.isEmpty()
                ? texts.of("search.nothing-asked")
                : texts.of(
                        found == 1 ? "search.found.one" : "search.found",
                        texts.numbers().whole(found));
        List<String> names = new ArrayList<>();
        shown.release().codes().topics().all().forEach(topic -> names.add(texts.of(topic.name())));
        shown.release()
                .codes()
                .regionsOf(shown.release().mainLevel())
                .forEach(region -> names.add(texts.of(region.name())));
        model.addAttribute(
                "page",
                new SearchPage(
                        PageFrame.of(shown, Section.NONE, texts.of("search.title"), SitePaths::search),
                        query,
                        found == 0 && !query.isEmpty() ? texts.of("search.found.none") : summary,
                        groups,
                        names));
        return "search";
    }
}
