package se.tillsyn.ingest.profile;

/** A text in the two languages of the pages. */
public record LocalText(String sv, String en) {}
