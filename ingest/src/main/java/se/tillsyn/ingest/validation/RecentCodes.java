package se.tillsyn.ingest.validation;

import org.jspecify.annotations.Nullable;

/** The codes of one list, asked by texts of which most are the same objects again; those cost no search. One file's. */
final class RecentCodes {

    private static final int PLACES = 1 << 9;

    private final CodePeriods all;
    private final @Nullable String[] texts = new String[PLACES];
    private final CodePeriods.@Nullable Period[] periods = new CodePeriods.Period[PLACES];

    RecentCodes(CodePeriods all) {
        this.all = all;
    }

    /** The code's period; {@code null} when the list has no such code. */
    @SuppressWarnings("ReferenceEquality") // a shortcut only: an equal text that is another object is searched for
    CodePeriods.@Nullable Period find(String text) {
        int hash = text.hashCode();
        int place = (hash ^ (hash >>> 9)) & (PLACES - 1);
        if (texts[place] != text) {
            periods[place] = all.find(text);
            texts[place] = text;
        }
        return periods[place];
    }
}
