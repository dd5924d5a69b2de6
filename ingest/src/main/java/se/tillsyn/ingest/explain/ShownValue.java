package se.tillsyn.ingest.explain;

import java.util.Set;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.validation.Rule;

/**
 * What may be shown of a value. A terminal is copied into mails and tickets, so a value is shown only when it cannot be
 * more than the contract wants it to be:
 *
 * <ul>
 *   <li>codes, flags and days that are well-formed: they come out of closed sets, and seeing the code that a word became
 *       is what the layout's author is after;
 *   <li>numbers of at most {@link #MAX_NUMBER} characters: a longer one may be a personal identity number in the wrong
 *       column;
 *   <li>keys by their shape only, {@code AAA-9999}: a key may hold a name or a number of a person;
 *   <li>anything else, and whatever its own column refuses, by its length.
 * </ul>
 */
final class ShownValue {

    /** Characters of the longest number that is shown; birth dates and identity numbers have more digits. */
    static final int MAX_NUMBER = 5;

    private static final Set<String> KEYS =
            Set.of(FindingColumns.FINDING_ID, FindingColumns.INSPECTION_ID, FindingColumns.UNIT_ID);

    private static final Set<String> NUMBERS = Set.of(
            FindingColumns.REVISION,
            FindingColumns.CASES_ASSESSED,
            FindingColumns.CASES_DEFICIENT,
            FindingColumns.ELIGIBLE,
            FindingColumns.VALUE,
            FindingColumns.VALUE_LOW,
            FindingColumns.VALUE_HIGH);

    /** Rules about how well-formed values go together; what breaks one of these alone may be shown. */
    private static final Set<Rule> OF_SEVERAL_VALUES = Set.of(
            Rule.CODE_ABOLISHED,
            Rule.CODE_NOT_YET,
            Rule.DEFICIENT_WITHOUT_ASSESSED,
            Rule.DEFICIENT_EXCEEDS_ASSESSED,
            Rule.DEFICIENT_EXCEEDS_ELIGIBLE,
            Rule.OUTCOME_CONTRADICTS_CASES,
            Rule.BOUNDS_CROSSED,
            Rule.FOLLOWED_UP_BEFORE_INSPECTION,
            Rule.CENSORED_WITHOUT_VALUE,
            Rule.VALUE_WITHOUT_UNIT);

    private ShownValue() {}

    /** Whether a value that breaks this rule may hold anything. */
    static boolean hides(Rule rule) {
        return !OF_SEVERAL_VALUES.contains(rule);
    }

    /**
     * The value as it may be shown.
     *
     * @param column column of the contract
     * @param hidden whether a rule that {@link #hides} is broken there
     */
    static String of(String column, String text, boolean hidden) {
        if (text.isEmpty()) {
            return "(empty)";
        }
        if (hidden || (NUMBERS.contains(column) && text.length() > MAX_NUMBER)) {
            return "(" + text.length() + (text.length() == 1 ? " character" : " characters") + ", not shown)";
        }
        return KEYS.contains(column) ? shapeOf(text) : text;
    }

    /** Capital letters as A, small ones as a, digits as 9; a key that passed its rule holds nothing else but dashes. */
    private static String shapeOf(String key) {
        StringBuilder shape = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == '-') {
                shape.append(c);
            } else if (c >= '0' && c <= '9') {
                shape.append('9');
            } else {
                shape.append(c >= 'A' && c <= 'Z' ? 'A' : 'a');
            }
        }
        return shape.toString();
    }
}
