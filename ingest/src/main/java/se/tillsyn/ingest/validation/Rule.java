package se.tillsyn.ingest.validation;

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
    CODE_PERIOD("Koden gällde inte på inspektionsdagen.", "The code was not valid on the day of inspection."),
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

    /** What was expected, in both languages. */
    public LocalText text() {
        return new LocalText(sv, en);
    }
}
