package se.tillsyn.ingest.deidentification;

/**
 * The form in which the name of a file or a column may stand in reports, manifests, logs and messages: as it is, with a
 * {@code ?} for every character that is not printed; or, when it looks like personal data, a stand-in that tells its
 * number, its length and what it looks like, in Swedish and English.
 */
public final class SafeName {

    private static final char NOT_PRINTED = '?';

    private SafeName() {}

    /**
     * The safe form of a file's name.
     *
     * @param name the name or a path; each of its parts is screened by itself
     * @param number the file's number among the inputs, counted from 1
     */
    public static String ofFile(String name, int number) {
        for (String part : name.split("[/\\\\]", -1)) {
            PersonalData kind = PersonalDataScreen.find(part, Place.FILE_NAME);
            if (kind != null) {
                return withheld("fil", "file", number, name, kind);
            }
        }
        return printed(name);
    }

    /**
     * The safe form of a name in the header row.
     *
     * @param column the column's number, counted from 1
     */
    public static String ofColumn(String name, int column) {
        PersonalData kind = PersonalDataScreen.find(name, Place.HEADER);
        return kind == null ? printed(name) : withheld("kolumn", "column", column, name, kind);
    }

    private static String withheld(String sv, String en, int number, String name, PersonalData kind) {
        int length = name.length();
        return "(" + sv + " " + number + ", namnet utelämnat: " + length + " tecken, liknar "
                + kind.text().sv() + " / " + en + " " + number + ", name withheld: " + length
                + " characters, looks like " + kind.text().en() + ")";
    }

    private static String printed(String name) {
        StringBuilder printed = new StringBuilder(name.length());
        name.codePoints().forEach(c -> printed.appendCodePoint(isPrinted(c) ? c : NOT_PRINTED));
        return printed.toString();
    }

    private static boolean isPrinted(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
