package se.tillsyn.web.inequality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.Select;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.release.PublishedRelease;

/** Words and choices that the pages of inequality share. */
final class InequalityWords {

    private final PublishedRelease release;
    private final Texts texts;
    private final InequalityView view;

    InequalityWords(Shown shown, InequalityView view) {
        this.release = shown.release();
        this.texts = shown.texts();
        this.view = view;
    }

    /** The regions that are compared, in the middle of a sentence. */
    String levels() {
        return levels(view.level());
    }

    String levels(String level) {
        Locale locale = texts.language().locale();
        return texts.ofOr("level." + level, texts.of("level.other")).toLowerCase(locale);
    }

    List<Select> selects() {
        List<Select.Option> levels = InequalityView.levels(release).stream()
                .map(level -> new Select.Option(
                        level, texts.ofOr("level." + level, texts.of("level.other")), level.equals(view.level())))
                .toList();
        List<Select.Option> periods = new ArrayList<>();
        for (String period : release.manifest().periods()) {
            periods.add(0, new Select.Option(period, period, period.equals(view.period())));
        }
        return List.of(
                new Select(InequalityView.LEVEL, texts.of("inequality.level"), levels),
                new Select(InequalityView.PERIOD, texts.of("form.period"), periods));
    }

    /** The probability in a formula. */
    String test(double p) {
        String written = probability(p);
        return "p " + (written.startsWith("<") ? written : "= " + written);
    }

    /** A probability as pages write it: never 0. */
    String probability(double p) {
        if (Double.isNaN(p)) {
            return "..";
        }
        return p < 0.001
                ? "< " + texts.numbers().fixed(0.001, 3)
                : texts.numbers().fixed(p, 3);
    }
}
