package se.tillsyn.web.method;

import java.util.List;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.Shown;

/** How much of one level of regions is not shown to protect persons, in words. */
record WithheldShares(String level, String cells, String withheld, String share, String files) {

    static List<WithheldShares> of(Shown shown) {
        Texts texts = shown.texts();
        return shown.release().quality().withheld().stream()
                .map(level -> new WithheldShares(
                        texts.ofOr("level." + level.level(), level.level()),
                        texts.numbers().whole(level.cells()),
                        texts.numbers().whole(level.withheld()),
                        texts.numbers().percent(level.share()),
                        level.filesPercent() < 0 ? "" : texts.numbers().wholePercent(level.filesPercent() / 100d)))
                .toList();
    }
}
