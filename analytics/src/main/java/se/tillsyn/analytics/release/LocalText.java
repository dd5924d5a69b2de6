package se.tillsyn.analytics.release;

/** A text in the two languages of the pages. */
public record LocalText(String sv, String en) {}
