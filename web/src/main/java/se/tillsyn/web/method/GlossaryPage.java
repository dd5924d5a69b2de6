package se.tillsyn.web.method;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.SitePaths;

/**
 * What the words of the site mean.
 *
 * @param terms in the order of the language
 */
public record GlossaryPage(PageFrame frame, List<Term> terms) {

    /** A word, its counterpart in the other language, and what it means. */
    public record Term(String key, String name, String other, String text) {}

    private static final List<String> KEYS = List.of(
            "finding",
            "inspection",
            "operation",
            "case",
            "indicator",
            "case-rate",
            "unit-rate",
            "interval",
            "basis",
            "census",
            "latest",
            "band",
            "suppressed",
            "secondary",
            "funnel",
            "overdispersion",
            "false-discovery",
            "tau",
            "gap",
            "median",
            "p90",
            "censored",
            "trend",
            "break",
            "demand",
            "remedied",
            "statement",
            "synthetic",
            "group",
            "release");

    static GlossaryPage of(Shown shown) {
        return new GlossaryPage(
                PageFrame.of(shown, Section.GLOSSARY, shown.texts().of("glossary.title"), SitePaths::glossary),
                terms(shown));
    }

    /** Every term, in the order of the language. */
    public static List<Term> terms(Shown shown) {
        Texts texts = shown.texts();
        Texts other = shown.dictionary().of(texts.language().other());
        List<Term> terms = new ArrayList<>();
        for (String key : KEYS) {
            terms.add(new Term(
                    key,
                    texts.of("glossary." + key),
                    other.of("glossary." + key),
                    texts.of("glossary." + key + ".text")));
        }
        Collator collator = Collator.getInstance(texts.language().locale());
        terms.sort(Comparator.comparing(Term::name, collator::compare));
        return terms;
    }
}
