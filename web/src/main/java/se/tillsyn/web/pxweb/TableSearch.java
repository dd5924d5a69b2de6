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
     * Tables in which every word stands somewhere: identifier, name, description, names and codes of what they hold. Of the
     * language of the reference server {@code OR} parts alternatives, {@code NOT} or a hyphen before a word leaves out what
     * has it, {@code AND} says nothing new; stars, quotation marks, parentheses and the names of fields before a colon are
     * no part of words.
     */
    static List<Dataset> matching(List<Dataset> datasets, String query, Language language) {
        List<List<Wanted>> alternatives = new ArrayList<>();
        for (String alternative : query.split("\\bOR\\b|\\|\\|", -1)) {
            alternatives.add(wanted(alternative));
        }
        return datasets.stream()
                .filter(dataset -> alternatives.stream().anyMatch(words -> words.stream()
                        .allMatch(wanted -> holds(dataset, wanted.word(), language) != wanted.not())))
                .toList();
    }

    /** A word in small letters, which is to stand somewhere or not to stand anywhere. */
    private record Wanted(String word, boolean not) {}

    private static List<Wanted> wanted(String alternative) {
        String words = alternative
                .replaceAll("\\b[A-Za-z]+:(?=\\S)", "")
                .replaceAll("\\bAND\\b|&&|[*\"()+:]", " ")
                .replaceAll("\\bNOT\\s+|(?<=^|\\s)[-!](?=\\S)", "-");
        List<Wanted> wanted = new ArrayList<>();
        for (String word : words.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            boolean not = word.length() > 1 && word.startsWith("-");
            wanted.add(new Wanted(not ? word.substring(1) : word, not));
        }
        return wanted;
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
