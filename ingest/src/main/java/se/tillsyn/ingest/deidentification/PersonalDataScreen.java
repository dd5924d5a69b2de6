package se.tillsyn.ingest.deidentification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a text looks like personal data, and of what kind. It reports a kind and nothing else: no position, no
 * part of the text. Rules, measured false alarms and decisions: section "Personal data" of this module's README.
 *
 * <p>An ordinary id or code is passed after one look at its characters, without allocation. The time is linear in the
 * length of the text.
 */
public final class PersonalDataScreen {

    private PersonalDataScreen() {}

    /** As {@link #find(CharSequence, Place, LocalDate)} with an unknown day of inspection. */
    public static @Nullable PersonalData find(CharSequence text, Place place) {
        return find(text, place, null);
    }

    /**
     * The kind of personal data that a text looks like, the first in the order of {@link PersonalData} when it is
     * several; {@code null} when none.
     *
     * @param inspectedOn the row's day of inspection, against which dates are judged; {@code null} when it is unknown or
     *     when the text belongs to no row
     */
    public static @Nullable PersonalData find(CharSequence text, Place place, @Nullable LocalDate inspectedOn) {
        int clues = Clues.of(text);
        if (!Clues.has(clues, Clues.FOREIGN)) {
            return clues == 0 ? null : search(text, clues, place, inspectedOn);
        }
        String plain = PlainText.of(text);
        return search(plain, Clues.of(plain), place, inspectedOn);
    }

    /** Searches a plain text for what its clues allow; more clues than there are cost time and nothing else. */
    static @Nullable PersonalData search(CharSequence text, int clues, Place place, @Nullable LocalDate inspectedOn) {
        if (Clues.has(clues, Clues.IDENTITY)) {
            PersonalData number = new IdentityNumberSearch(text, inspectedOn).find();
            if (number != null) {
                return number;
            }
        }
        if (Clues.has(clues, Clues.AT_SIGN) && EmailSearch.finds(text)) {
            return PersonalData.EMAIL;
        }
        if (Clues.has(clues, Clues.EIGHT_DIGITS | Clues.PHONE_START) && new PhoneSearch(text, place).finds()) {
            return PersonalData.PHONE;
        }
        if (place != Place.DATE && BirthDateSearch.finds(text, clues, place, inspectedOn)) {
            return PersonalData.BIRTH_DATE;
        }
        if (place != Place.DATE && StreetAddressSearch.finds(text, clues)) {
            return PersonalData.STREET_ADDRESS;
        }
        if (place == Place.ID && NameSearch.finds(text, clues)) {
            return PersonalData.NAME;
        }
        return null;
    }
}
