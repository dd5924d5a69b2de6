package se.tillsyn.ingest.source;

import se.tillsyn.ingest.profile.LocalText;

/** Why a whole file is refused. In the texts {@code {line}} and the like stand for the facts of the case. */
public enum FileRule {
    NOT_A_FILE(
            "Väntade en vanlig fil, fann en mapp, en kö eller något annat. Ange filer eller en mapp med filer.",
            "Expected a regular file, found a folder, a pipe or something else. Name files, or a folder of files."),
    UNREADABLE(
            "Filen gick inte att läsa. Kontrollera rättigheter och disk.",
            "The file could not be read. Check permissions and disk."),
    CHANGED(
            "Filen ändrades medan den lästes. Vänta tills den är färdigskriven och läs in den igen.",
            "The file changed while it was read. Wait until it is written, then ingest it again."),
    EMPTY(
            "Filen är tom. Väntade en rubrikrad och minst en rad.",
            "The file is empty. Expected a header row and at least one row."),
    NO_HEADER(
            "Rad 1: ingen av de väntade kolumnerna finns i första raden. Filen saknar rubrikrad, eller skiljetecknet"
                    + " eller layouten är en annan.",
            "Line 1: none of the expected columns stands in the first row. The file lacks a header row, or its"
                    + " separator or layout is another."),
    MISSING_COLUMN(
            "Rad 1: kolumnen {name} saknas. Lägg till den, eller ange den layout som filen följer.",
            "Line 1: column {name} is missing. Add it, or name the layout that the file follows."),
    DUPLICATE_COLUMN(
            "Rad 1: kolumn nr {column} heter som en tidigare kolumn. Ta bort eller byt namn på en av dem.",
            "Line 1: column number {column} has the name of an earlier column. Remove or rename one of them."),
    UNKNOWN_COLUMN(
            "Rad 1: kolumn nr {column} (namn på {found} tecken) finns inte i layouten. Ta bort den, eller skriv in den"
                    + " i layouten under ignore.",
            "Line 1: column number {column} (a name of {found} characters) is not in the layout. Remove it, or list it"
                    + " under ignore in the layout."),
    NO_ROWS(
            "Filen har en rubrikrad men inga rader. Väntade minst en rad.",
            "The file has a header row but no rows. Expected at least one."),
    FIELD_COUNT(
            "Rad {line}: väntade {expected} fält som i rubrikraden, fann {found}.",
            "Line {line}: expected {expected} fields as in the header row, found {found}."),
    UNCLOSED_QUOTE(
            "Rad {line}: ett citattecken i den post som börjar här stängs aldrig.",
            "Line {line}: a quote in the record that begins here is never closed."),
    AFTER_QUOTE(
            "Rad {line}: efter ett avslutande citattecken väntades skiljetecken eller radslut, fann annat.",
            "Line {line}: after a closing quote expected a separator or the end of the line, found something else."),
    TOO_LONG(
            "Rad {line}: ett fält är längre än {expected} tecken.",
            "Line {line}: a field is longer than {expected} characters."),
    ENCODING(
            "Rad {line}, byte {found}: väntade UTF-8, fann byte som inte är det. Spara filen som UTF-8.",
            "Line {line}, byte {found}: expected UTF-8, found bytes that are not. Save the file as UTF-8.");

    private final String sv;
    private final String en;

    FileRule(String sv, String en) {
        this.sv = sv;
        this.en = en;
    }

    /** Text with places for the facts. */
    public LocalText text() {
        return new LocalText(sv, en);
    }
}
