package se.tillsyn.ingest.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.tillsyn.ingest.deidentification.PersonalData;
import se.tillsyn.ingest.deidentification.PersonalDataScreen;
import se.tillsyn.ingest.deidentification.Place;

/**
 * Fields of a record that no rule of validation sees as they are: those of ignored columns, and parts of joined keys. They
 * are screened for personal data where they are read.
 */
final class HiddenFields {

    private final List<String> names = new ArrayList<>();
    private final List<Integer> slots = new ArrayList<>();
    private String[] clean = {};

    /** Adds a column; one that stands already is not added again. */
    void add(String name, int slot) {
        if (!names.contains(name)) {
            names.add(name);
            slots.add(slot);
            clean = Arrays.copyOf(clean, slots.size());
            clean[slots.size() - 1] = "";
        }
    }

    /** The fields of the record that look like personal data. */
    @SuppressWarnings("ReferenceEquality") // a shortcut only: an equal text that is another object is screened again
    List<PersonalMark> screen(SourceRecord record) {
        List<PersonalMark> marks = List.of();
        for (int i = 0; i < clean.length; i++) {
            String text = record.slot(slots.get(i));
            if (text == clean[i]) {
                continue;
            }
            PersonalData kind = PersonalDataScreen.find(text, Place.CELL);
            // An old date that is not even read is as likely a permit's or a building's as a person's.
            if (kind == null || kind == PersonalData.BIRTH_DATE) {
                clean[i] = text;
            } else {
                marks = marks.isEmpty() ? new ArrayList<>() : marks;
                marks.add(new PersonalMark(names.get(i), kind, text.length()));
            }
        }
        return marks;
    }
}
