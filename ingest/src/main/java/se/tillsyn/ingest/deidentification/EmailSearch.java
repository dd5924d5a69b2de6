package se.tillsyn.ingest.deidentification;

import java.util.regex.Pattern;

/** Finds e-mail addresses, also with the at sign or the dots in words between brackets. */
final class EmailSearch {

    private static final Pattern ADDRESS = Pattern.compile(
            "[\\p{L}\\p{N}._%+-] ?(?:@|%40|[(\\[{] ?(?:at|a|snabel-?a) ?[)\\]}]) ?"
                    + "(?:[\\p{L}\\p{N}-]{1,63}(?:\\.| ?[(\\[{] ?(?:dot|punkt) ?[)\\]}] ?)){1,8}\\p{L}{2}",
            Pattern.CASE_INSENSITIVE);

    private EmailSearch() {}

    static boolean finds(CharSequence text) {
        return ADDRESS.matcher(text).find();
    }
}
