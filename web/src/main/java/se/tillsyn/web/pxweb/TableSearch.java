package se.tillsyn.web.pxweb;

import java.time.Duration;
import java.time.Instant;
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

    /** Tables in which every word stands somewhere: identifier, name, description, names and codes of what they hold. */
    static List<Dataset> matching(List<Dataset> datasets, String query, Language language) {
        List<String> words =
                List.of(query.toLowerCase(Locale.ROOT).replace('*', ' ').strip().split("\\s+"));
        return datasets.stream()
                .filter(dataset -> words.stream().allMatch(word -> holds(dataset, word, language)))
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
