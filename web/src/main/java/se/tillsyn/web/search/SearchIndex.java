package se.tillsyn.web.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.method.GlossaryPage;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.TopicPath;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.Topic;

/**
 * Looks for words in names and explanations. All words must be found; names that begin with the first one come first. å, ä
 * and ö are letters of their own and are folded to a and o only when nothing is found with them.
 */
final class SearchIndex {

    private static final int MOST = 40;
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Shown shown;
    private final Texts texts;

    SearchIndex(Shown shown) {
        this.shown = shown;
        this.texts = shown.texts();
    }

    /** A thing that can be found, and by which words. */
    private record Entry(SearchPage.Hit hit, String words) {}

    /** Hits by kind. */
    List<SearchPage.Group> find(String query) {
        List<SearchPage.Group> exact = find(query, false);
        return exact.isEmpty() ? find(query, true) : exact;
    }

    private List<SearchPage.Group> find(String query, boolean folded) {
        List<String> wanted = words(plain(query, folded));
        List<SearchPage.Group> groups = new ArrayList<>();
        if (wanted.isEmpty()) {
            return groups;
        }
        add(groups, "search.topics", topics(), wanted, folded);
        add(groups, "search.regions", regions(), wanted, folded);
        add(groups, "search.glossary", glossary(), wanted, folded);
        return groups;
    }

    private void add(
            List<SearchPage.Group> groups, String key, List<Entry> entries, List<String> wanted, boolean folded) {
        List<SearchPage.Hit> first = new ArrayList<>();
        List<SearchPage.Hit> later = new ArrayList<>();
        for (Entry entry : entries) {
            String text = plain(entry.words(), folded);
            if (wanted.stream().allMatch(text::contains)) {
                boolean begins = plain(entry.hit().name(), folded).startsWith(wanted.get(0));
                (begins ? first : later).add(entry.hit());
            }
        }
        first.addAll(later);
        if (!first.isEmpty()) {
            groups.add(new SearchPage.Group(texts.of(key), first.subList(0, Math.min(MOST, first.size()))));
        }
    }

    private List<Entry> topics() {
        List<Entry> entries = new ArrayList<>();
        for (Topic topic : shown.release().codes().topics().all()) {
            String name = texts.of(topic.name());
            String definition = texts.of(topic.definition());
            entries.add(new Entry(
                    new SearchPage.Hit(name, TopicPath.of(shown, topic), definition),
                    String.join(" ", name, definition, topic.code(), topic.law())));
        }
        return entries;
    }

    /** Regions that exist, and those that do not any more, which lead to what took their place. */
    private List<Entry> regions() {
        List<Entry> entries = new ArrayList<>();
        for (Region region : shown.release().codes().regions().all()) {
            String name = texts.of(region.name());
            Region now =
                    shown.release().codes().regions().find(region.successor()).orElse(region);
            String text = region.successor().isEmpty()
                    ? texts.ofOr("level." + region.level() + ".one", texts.of("level.other.one")) + " " + region.code()
                    : texts.of("search.successor", texts.of(now.name()));
            entries.add(new Entry(
                    new SearchPage.Hit(name, shown.paths().region(now.code()), text), name + " " + region.code()));
        }
        return entries;
    }

    private List<Entry> glossary() {
        return GlossaryPage.terms(shown).stream()
                .map(term -> new Entry(
                        new SearchPage.Hit(term.name(), shown.paths().glossary() + "#" + term.key(), term.text()),
                        String.join(" ", term.name(), term.other(), term.text())))
                .toList();
    }

    private String plain(String text, boolean folded) {
        String lower = text.toLowerCase(texts.language().locale());
        return folded
                ? MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
                        .replaceAll("")
                : lower;
    }

    private static List<String> words(String query) {
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN.split(query.toLowerCase(Locale.ROOT), -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
