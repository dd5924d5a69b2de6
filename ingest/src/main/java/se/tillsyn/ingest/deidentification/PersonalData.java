package se.tillsyn.ingest.deidentification;

import se.tillsyn.ingest.profile.LocalText;

/** The kinds of personal data that are told apart. The name is the id that quarantine and reports use. */
public enum PersonalData {
    /** Ten or twelve digits with a day that exists and a right check digit. */
    IDENTITY_NUMBER("personnummer", "personal identity number"),
    /** As an identity number, with 60 added to the day; month and day may be 00 and 60. */
    COORDINATION_NUMBER("samordningsnummer", "coordination number"),
    /** As an identity number, with a letter as the first of the last four. */
    INTERIM_NUMBER("tillfälligt personnummer", "interim identity number"),
    EMAIL("e-postadress", "e-mail address"),
    PHONE("telefonnummer", "phone number"),
    /** A full date that is too early to be the day of something in the inspection. */
    BIRTH_DATE("födelsedatum", "birth date"),
    STREET_ADDRESS("gatuadress", "street address"),
    NAME("personnamn", "name of a person");

    private final String sv;
    private final String en;

    PersonalData(String sv, String en) {
        this.sv = sv;
        this.en = en;
    }

    /** What it looks like, as a noun without article, in both languages. */
    public LocalText text() {
        return new LocalText(sv, en);
    }
}
