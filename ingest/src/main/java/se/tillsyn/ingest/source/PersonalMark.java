package se.tillsyn.ingest.source;

import se.tillsyn.ingest.deidentification.PersonalData;

/**
 * A field of a record that becomes no text of a finding and looks like personal data.
 *
 * @param column source column, by its name in the layout
 * @param kind what it looks like
 * @param length characters in the field
 */
public record PersonalMark(String column, PersonalData kind, int length) {}
