package se.tillsyn.web.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.tillsyn.web.release.ReleaseTables;

/**
 * Tells whether a page is of one release. Its foot names the release; a page of the copy must have the mark behind every
 * name of a topic and of the atlas, a page of the first release must have it nowhere.
 */
final class MixedAnswer {

    private static final Pattern NAMED =
            Pattern.compile("<dd><a href=\"/(?:sv/utgavor|en/releases)/(\\d{6}-[0-9a-f]{12})");

    private final SecondRelease releases;
    private final List<String> names = new ArrayList<>();
    private final AtomicInteger ofFirst = new AtomicInteger();
    private final AtomicInteger ofMarked = new AtomicInteger();

    /** @param first tables of the first release */
    MixedAnswer(SecondRelease releases, ReleaseTables first) {
        this.releases = releases;
        first.codes().topics().all().forEach(topic -> {
            names.add(topic.name().sv());
            names.add(topic.name().en());
        });
        names.add(first.manifest().name().sv());
        names.add(first.manifest().name().en());
    }

    /** Says what is wrong with an answer; empty for nothing. */
    String fault(String path, Answer answer) {
        if (answer.status() != 200) {
            return "status " + answer.status();
        }
        String page = answer.text();
        Matcher named = NAMED.matcher(page);
        if (!named.find()) {
            return path.contains("/inbaddad/") || path.contains("/embedded/") ? "" : "names no release: " + path;
        }
        if (named.group(1).equals(releases.first())) {
            ofFirst.incrementAndGet();
            return page.contains(SecondRelease.MARK) ? "mixed: " + path : "";
        }
        ofMarked.incrementAndGet();
        return unmarked(page) ? "mixed: " + path : "";
    }

    /** How many answers were of each release. */
    String counts() {
        return ofFirst.get() + " of one release, " + ofMarked.get() + " of the other";
    }

    private boolean unmarked(String page) {
        return between(page, "class=\"brand-name\"", "</span>")
                        .filter(site -> !site.endsWith(SecondRelease.MARK))
                        .isPresent()
                || between(page, "<h1", "</h1>").filter(names::contains).isPresent();
    }

    /** Text of the first element whose tag holds {@code start}. */
    private static Optional<String> between(String page, String start, String end) {
        int tag = page.indexOf(start);
        int text = page.indexOf('>', tag) + 1;
        int last = page.indexOf(end, text);
        return tag < 0 || last < 0 ? Optional.empty() : Optional.of(page.substring(text, last));
    }
}
