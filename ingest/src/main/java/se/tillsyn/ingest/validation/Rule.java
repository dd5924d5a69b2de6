package se.tillsyn.ingest.validation;

import se.tillsyn.ingest.deidentification.PersonalData;
import se.tillsyn.ingest.profile.LocalText;

/** The catalogue of rules. The name is the id that quarantine, reports and documents use. */
public enum Rule {
    REQUIRED("Ett värde krävs.", "A value is required."),
    WORD("Ordet står inte i layoutens karta.", "The word is not in the layout's map."),
    FORM(
            "Texten är inte skriven som layouten säger (datum, decimaltecken eller tal med enhet).",
            "The text is not written as the layout says (date, decimal sign, or number with a unit)."),
    ID("Väntade 1–64 tecken av A–Z, a–z, 0–9 och -.", "Expected 1 to 64 characters out of A–Z, a–z, 0–9 and -."),
    DATE("Väntade ett datum som finns, skrivet yyyy-MM-dd.", "Expected a date that exists, written yyyy-MM-dd."),
    DATE_EARLY("Datumet ligger före 1990-01-01.", "The date lies before 1990-01-01."),
    DATE_FUTURE("Datumet ligger efter inläsningsdagen.", "The date lies after the day of loading."),
    WHOLE(
            "Väntade ett heltal i siffrorna 0–9, utan tecken, decimaler och inledande nollor.",
            "Expected a whole number in the digits 0–9, without sign, decimals or leading zeros."),
    RANGE("Talet ligger utanför kolumnens gränser.", "The number lies outside the column's limits."),
    NUMBER(
            "Väntade ett tal med decimalpunkt, högst 15 siffror, utan exponent.",
            "Expected a number with a decimal point, at most 15 digits, without exponent."),
    FLAG("Väntade true eller false.", "Expected true or false."),
    CODE("Koden finns inte i kodlistan.", "The code is not in the code list."),
    CODE_ABOLISHED(
            "Koden hade upphört att gälla före inspektionsdagen. Ange den kod som gällde då.",
            "The code had ceased to be valid before the day of inspection. Give the code that was valid then."),
    CODE_NOT_YET(
            "Koden gällde ännu inte på inspektionsdagen. Ange den kod som gällde då.",
            "The code was not valid yet on the day of inspection. Give the code that was valid then."),
    EXCEL_LEADING_ZERO(
            "En inledande nolla saknas; kalkylprogram tar bort den. Spara kolumnen som text.",
            "A leading zero is missing; spreadsheets remove it. Save the column as text."),
    EXCEL_DAY_NUMBER(
            "Ett löpnummer i stället för ett datum; så lagrar kalkylprogram dagar. Spara kolumnen som text, yyyy-MM-dd.",
            "A serial number in place of a date; spreadsheets store days so. Save the column as text, yyyy-MM-dd."),
    EXCEL_EXPONENT(
            "Ett tal i exponentform; så visar kalkylprogram långa tal, och siffror har gått förlorade. Spara kolumnen"
                    + " som text.",
            "A number in exponent form; spreadsheets show long numbers so, and digits are lost. Save the column as"
                    + " text."),
    EXCEL_MADE_DATE(
            "Ett datum där ingen dag väntades; kalkylprogram gör intervall och bråk till datum. Spara kolumnen som"
                    + " text.",
            "A date where no day was expected; spreadsheets turn ranges and fractions into dates. Save the column as"
                    + " text."),
    EXCEL_ERROR(
            "Ett felmeddelande från ett kalkylprogram. Rätta formeln och spara värdena.",
            "An error message of a spreadsheet. Mend the formula and save the values."),
    DECIMAL_COMMA(
            "Decimalkomma där decimalpunkt väntades. Skriv punkt, eller ange decimal i layouten.",
            "A decimal comma where a decimal point was expected. Write a point, or declare decimal in the layout."),
    DIGITS_GROUPED(
            "Siffrorna är grupperade i tusental. Skriv talet utan avskiljare.",
            "The digits are grouped by thousands. Write the number without separators."),
    SYMBOL(
            "Ett tecken eller ord i stället för ett tal. Lämna fältet tomt när värdet saknas.",
            "A symbol or word in place of a number. Leave the field empty when there is no value."),
    LOOK_ALIKE(
            "Tecken som bara ser ut som de väntade, eller osynliga tecken. Skriv om fältet.",
            "Characters that only look like the expected ones, or invisible ones. Type the field anew."),
    BROKEN_TEXT(
            "Förvanskade tecken eller styrtecken; filen har lästs eller sparats i fel teckenkodning. Spara den som UTF-8"
                    + " från källan.",
            "Garbled or control characters; the file was read or saved in a wrong encoding. Save it as UTF-8 from the"
                    + " source."),
    BLANKS("Blanktecken före eller efter värdet. Ta bort dem.", "Blanks before or after the value. Remove them."),
    DEFICIENT_EXCEEDS_ASSESSED("Fler bristfälliga än granskade ärenden.", "More deficient than assessed cases."),
    DEFICIENT_EXCEEDS_ELIGIBLE(
            "Fler bristfälliga ärenden än de som kravet gällde.",
            "More deficient cases than those the requirement applied to."),
    DEFICIENT_WITHOUT_ASSESSED(
            "Antal bristfälliga utan antal granskade.", "A number of deficient cases without a number assessed."),
    OUTCOME_CONTRADICTS_CASES(
            "Utfallet och antalet bristfälliga ärenden säger emot varandra.",
            "The outcome and the number of deficient cases contradict each other."),
    BOUNDS_CROSSED("Den nedre gränsen ligger över den övre.", "The lower bound lies above the upper."),
    FOLLOWED_UP_BEFORE_INSPECTION(
            "Uppföljningen ligger före inspektionen.", "The follow-up lies before the inspection."),
    CENSORED_WITHOUT_VALUE("Pågående väntan utan värde.", "Censored without a value."),
    VALUE_WITHOUT_UNIT("Ett värde utan enhet.", "A value without a unit."),
    PERSONAL_IDENTITY_NUMBER(PersonalData.IDENTITY_NUMBER),
    PERSONAL_COORDINATION_NUMBER(PersonalData.COORDINATION_NUMBER),
    PERSONAL_INTERIM_NUMBER(PersonalData.INTERIM_NUMBER),
    PERSONAL_EMAIL(PersonalData.EMAIL),
    PERSONAL_PHONE(PersonalData.PHONE),
    PERSONAL_BIRTH_DATE(PersonalData.BIRTH_DATE),
    PERSONAL_ADDRESS(PersonalData.STREET_ADDRESS),
    PERSONAL_NAME(PersonalData.NAME),
    DUPLICATE(
            "Samma nyckel, revision och innehåll som en annan rad i samma inläsning; den första läses in.",
            "Same key, revision and content as another row of this run; the first is loaded."),
    CONFLICT(
            "Samma nyckel och revision som en annan rad i samma inläsning men annat innehåll; ingen av dem läses in.",
            "Same key and revision as another row of this run but other content; none of them is loaded."),
    DUPLICATE_OF_BATCH(
            "Samma nyckel, revision och innehåll som en tidigare inläst rad.",
            "Same key, revision and content as a row loaded earlier."),
    CONFLICT_WITH_BATCH(
            "Samma nyckel och revision som en tidigare inläst rad men annat innehåll. En rättelse måste ha högre"
                    + " revision.",
            "Same key and revision as a row loaded earlier but other content. A correction must have a higher"
                    + " revision.");

    private final String sv;
    private final String en;

    Rule(String sv, String en) {
        this.sv = sv;
        this.en = en;
    }

    Rule(PersonalData kind) {
        this(
                "Fältet liknar personuppgift (" + kind.text().sv()
                        + "). Ta bort den ur källan; ärenden och verksamheter"
                        + " anges med nycklar som inte pekar ut någon.",
                "The field looks like personal data (" + kind.text().en() + "). Remove it from the source; cases and"
                        + " operations are named by keys that point at nobody.");
    }

    /** The rule that a text with personal data of this kind breaks. */
    static Rule against(PersonalData kind) {
        return switch (kind) {
            case IDENTITY_NUMBER -> PERSONAL_IDENTITY_NUMBER;
            case COORDINATION_NUMBER -> PERSONAL_COORDINATION_NUMBER;
            case INTERIM_NUMBER -> PERSONAL_INTERIM_NUMBER;
            case EMAIL -> PERSONAL_EMAIL;
            case PHONE -> PERSONAL_PHONE;
            case BIRTH_DATE -> PERSONAL_BIRTH_DATE;
            case STREET_ADDRESS -> PERSONAL_ADDRESS;
            case NAME -> PERSONAL_NAME;
        };
    }

    /** What was expected, in both languages. */
    public LocalText text() {
        return new LocalText(sv, en);
    }
}
