package se.tillsyn.web.topic;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.release.Cell;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.CodeList;
import se.tillsyn.web.release.PublishedRelease;

/** Names of what a view is of. */
final class Words {

    private final PublishedRelease release;
    private final Texts texts;

    Words(PublishedRelease release, Texts texts) {
        this.release = release;
        this.texts = texts;
    }

    /** Name of an entry; a message for the total. */
    String name(CodeList<Code.Named> list, String code, String total) {
        return code.equals(RateColumns.TOTAL)
                ? texts.of(total)
                : texts.nameOf(list.find(code).map(Code.Named::name), code);
    }

    String age(String code) {
        return name(release.codes().ageGroups(), code, "all.ages");
    }

    String type(String code) {
        return name(release.codes().operationTypes(), code, "all.types");
    }

    /** Measure, period, age group and operation type. */
    String context(TopicView view) {
        return String.join(
                " · ",
                FigureText.measureName(texts, view.measure()),
                view.period(),
                age(view.age()),
                type(view.type()));
    }

    /** How the operations of a cell came to be inspected, in a word. */
    String basis(Cell cell) {
        String code = cell.selectionBasis();
        return code.equals(RateColumns.MIXED)
                ? texts.of("basis.mixed.short")
                : name(release.codes().selectionBases(), code, "all.types");
    }

    /** The same with what it means; empty when none was inspected. */
    String basisWithNote(Cell cell) {
        String code = cell.selectionBasis();
        if (code.isEmpty()) {
            return "";
        }
        if (code.equals(RateColumns.MIXED)) {
            return texts.of("basis.mixed");
        }
        Code.@Nullable Named basis = release.codes().selectionBases().find(code).orElse(null);
        if (basis == null) {
            return code;
        }
        return texts.of(basis.note()).isEmpty()
                ? texts.of("basis.plain", texts.of(basis.name()))
                : texts.of("basis.noted", texts.of(basis.name()), texts.of(basis.note()));
    }

    /** Plural of what the topic judges. */
    String observedUnits(String code) {
        String listed = name(release.codes().observedUnits(), code, "all.types");
        Locale locale = texts.language().locale();
        return texts.ofOr("observed." + code, listed.toLowerCase(locale));
    }

    /** Name of a level, several regions. */
    String levels(String level) {
        return texts.ofOr("level." + level, texts.of("level.other"));
    }

    /** Name of a level, one region. */
    String level(String level) {
        return texts.ofOr("level." + level + ".one", texts.of("level.other.one"));
    }
}
