package se.tillsyn.web.page;

import java.util.ArrayList;
import java.util.List;
import se.tillsyn.web.language.Texts;

/**
 * How a view is taken along: files of its numbers and figures, a link that always shows the same numbers, a citation, a
 * frame for other sites.
 *
 * @param files of the same view
 * @param fixedLink address of the view of this release, which never changes
 * @param rollingLink address of the view, of the latest release at any time
 * @param citation in words
 * @param embedLink address for a frame; empty where there is none
 */
public record Share(List<FileLink> files, String fixedLink, String rollingLink, String citation, String embedLink) {

    public Share {
        files = List.copyOf(files);
    }

    /** A file of the view. */
    public record FileLink(String label, String href) {}

    /** Builds the panel of a view. */
    public static Share of(Shown shown, String title, List<FileLink> files, Address self, String embedLink) {
        Texts texts = shown.texts();
        List<FileLink> all = new ArrayList<>(files);
        return new Share(
                all,
                shown.lasting(self),
                shown.site() + self.ofRelease(""),
                texts.of(
                        "share.citation",
                        texts.of(shown.release().manifest().publisher()),
                        texts.numbers().year(shown.release().publishedAt()),
                        title,
                        texts.of(shown.release().manifest().name()),
                        shown.release().id(),
                        shown.lasting(self)),
                embedLink.isEmpty() ? "" : shown.site() + embedLink);
    }
}
