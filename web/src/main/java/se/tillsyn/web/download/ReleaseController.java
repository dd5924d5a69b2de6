package se.tillsyn.web.download;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.ReleaseCatalogue;

/** The list of releases, the page of each, and what differs between it and the one before. */
@Controller
final class ReleaseController {

    private final ReleaseCatalogue releases;

    ReleaseController(ReleaseCatalogue releases) {
        this.releases = releases;
    }

    @GetMapping({"/sv/utgavor", "/en/releases"})
    String list(Shown shown, Model model) {
        model.addAttribute("page", ReleaseListPage.of(shown, releases));
        return "releases";
    }

    @GetMapping({"/sv/utgavor/{id}", "/en/releases/{id}"})
    String release(@PathVariable String id, Shown shown, Model model) {
        ReleaseFolder folder = releases.find(id, shown.latest()).orElseThrow(() -> new UnknownCodeException("release"));
        model.addAttribute("page", ReleasePage.of(shown, folder.manifest()));
        return "release";
    }

    @GetMapping({"/sv/utgavor/{id}/andringar", "/en/releases/{id}/changes"})
    String changes(@PathVariable String id, Shown shown, Model model) {
        PublishedRelease release =
                releases.earlier(id, shown.latest()).orElseThrow(() -> new UnknownCodeException("release"));
        model.addAttribute("page", ChangesPage.of(shown, release));
        return "changes";
    }
}
