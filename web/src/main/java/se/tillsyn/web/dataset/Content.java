package se.tillsyn.web.dataset;

import java.util.Map;
import se.tillsyn.analytics.release.Status;

/**
 * A measure of a dataset, as a column of a release's table holds it.
 *
 * @param code name of the column, and code of the measure
 * @param unit key of the unit's text
 * @param decimals how many to show; the number itself is never rounded
 * @param statusColumn column that says why there is no number; empty where the table has none
 * @param whenEmpty why there is no number when no status says so
 * @param words numbers that stand for the column's words; empty for a column of numbers
 * @param usual whether it is shown unless a reader asks for others
 */
record Content(
        String code,
        String unit,
        int decimals,
        String statusColumn,
        Status whenEmpty,
        Map<String, Integer> words,
        boolean usual) {

    Content {
        words = Map.copyOf(words);
    }

    static Content of(String code, String unit, int decimals) {
        return new Content(code, unit, decimals, "", Status.NOT_AVAILABLE, Map.of(), false);
    }

    Content with(String status) {
        return new Content(code, unit, decimals, status, whenEmpty, words, usual);
    }

    Content whenEmpty(Status reason) {
        return new Content(code, unit, decimals, statusColumn, reason, words, usual);
    }

    Content shown() {
        return new Content(code, unit, decimals, statusColumn, whenEmpty, words, true);
    }

    Content meaning(Map<String, Integer> numbers) {
        return new Content(code, unit, decimals, statusColumn, whenEmpty, numbers, usual);
    }
}
