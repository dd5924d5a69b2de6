package se.tillsyn.web.pxweb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.tillsyn.web.dataset.Dataset;
import se.tillsyn.web.dataset.Dimension;
import se.tillsyn.web.dataset.DimensionValue;
import se.tillsyn.web.format.Titles;
import se.tillsyn.web.language.Language;

/** Finds tables by words. */
final class TableSearch {

    private TableSearch() {}

    /**
     * Tables in which every word stands somewhere: identifier, name, description, names and codes of what they hold. As in
     * the reference server {@code OR} parts alternatives, {@code AND} says nothing new, and stars and quotation marks are no
     * part of words.
     */
    static List<Dataset> matching(List<Dataset> datasets, String query, Language language) {
        List<List<String>> alternatives = new ArrayList<>();
        for (String alternative : query.split("\\bOR\\b", -1)) {
            String words = alternative.replaceAll("\\bAND\\b|[*\"]", " ").toLowerCase(Locale.ROOT);
            alternatives.add(List.of(words.strip().split("\\s+")));
        }
        return datasets.stream()
                .filter(dataset -> alternatives.stream()
                        .anyMatch(words -> words.stream().allMatch(word -> holds(dataset, word, language))))
                .toList();
    }

    /** Tables of a release that is at most so many days old. */
    static List<Dataset> updated(List<Dataset> datasets, int days, Instant now) {
        return datasets.stream()
                .filter(dataset ->
                        Duration.between(Instant.parse(dataset.release().publishedAt()), now)
                                        .compareTo(Duration.ofDays(days))
                                <= 0)
                .toList();
    }

    private static boolean holds(Dataset dataset, String word, Language language) {
        if (holds(dataset.id(), word)
                || holds(Titles.of(dataset, language), word)
                || holds(language.of(dataset.description()), word)) {
            return true;
        }
        for (Dimension dimension : dataset.dimensions()) {
            for (DimensionValue value : dimension.values()) {
                if (holds(value.code(), word) || holds(language.of(value.label()), word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holds(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word);
    }
}
