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
            "Rad {line}: ingen av de väntade kolumnerna finns i första raden. Filen saknar rubrikrad, eller skiljetecknet"
                    + " eller layouten är en annan.",
            "Line {line}: none of the expected columns stands in the first row. The file lacks a header row, or its"
                    + " separator or layout is another."),
    MISSING_COLUMN(
            "Rad {line}: kolumnen {name} saknas. Lägg till den, eller ange den layout som filen följer.",
            "Line {line}: column {name} is missing. Add it, or name the layout that the file follows."),
    DUPLICATE_COLUMN(
            "Rad {line}: kolumn nr {column} heter som en tidigare kolumn. Ta bort eller byt namn på en av dem.",
            "Line {line}: column number {column} has the name of an earlier column. Remove or rename one of them."),
    UNKNOWN_COLUMN(
            "Rad {line}: kolumn nr {column} (namn på {found} tecken) finns inte i layouten. Ta bort den, eller skriv in den"
                    + " i layouten under ignore.",
            "Line {line}: column number {column} (a name of {found} characters) is not in the layout. Remove it, or list it"
                    + " under ignore in the layout."),
    PERSONAL_HEADER(
            "Rad 1: namnet på kolumn nr {column} ({found} tecken) liknar en personuppgift. Filen saknar kanske rubrikrad;"
                    + " ta bort personuppgifterna ur källan.",
            "Line 1: the name of column number {column} ({found} characters) looks like personal data. The file may lack a"
                    + " header row; remove the personal data from the source."),
    NO_ROWS(
            "Väntade minst en rad med uppgifter, fann ingen. Kontrollera exporten.",
            "Expected at least one row of data, found none. Check the export."),
    FIELD_COUNT(
            "Rad {line}: väntade {expected} fält som i rubrikraden, fann {found}. Sätt citattecken om fält som innehåller"
                    + " skiljetecknet, och ta bort rader som inte är uppgifter.",
            "Line {line}: expected {expected} fields as in the header row, found {found}. Quote fields that hold the"
                    + " separator, and remove lines that are no data."),
    UNCLOSED_QUOTE(
            "Rad {line}: citattecknet som öppnas vid tecken nr {column} stängs aldrig. Stäng det, eller dubbla det om det"
                    + " hör till texten.",
            "Line {line}: the quote that opens at character number {column} is never closed. Close it, or double it if it"
                    + " belongs to the text."),
    AFTER_QUOTE(
            "Rad {line}, tecken nr {column}: efter ett avslutande citattecken väntades skiljetecken eller radslut, fann"
                    + " annat. Fältet öppnades på rad {found}. Dubbla citattecken som hör till texten.",
            "Line {line}, character number {column}: after a closing quote expected a separator or the end of the line,"
                    + " found something else. The field was opened on line {found}. Double quotes that belong to the"
                    + " text."),
    TOO_LONG(
            "Rad {line}: ett fält eller en post är längre än {expected} tecken. Oftast saknas ett avslutande"
                    + " citattecken eller en radbrytning.",
            "Line {line}: a field or a record is longer than {expected} characters. Most often a closing quote or a"
                    + " line break is missing."),
    ENCODING(
            "Rad {line}, byte {found}: väntade UTF-8, fann byte som inte är det. Spara filen som UTF-8.",
            "Line {line}, byte {found}: expected UTF-8, found bytes that are not. Save the file as UTF-8."),
    CHARACTER(
            "Rad {line}, kolumnen {name}: fann tecknet {code}, som inte är text: ett styrtecken, eller ett"
                    + " ersättningstecken där en bokstav gått förlorad. Skicka filen på nytt ur källan.",
            "Line {line}, column {name}: found the character {code}, which is no text: a control"
                    + " character, or the mark of a letter that was lost. Export the file anew from its source."),
    WRONG_SEPARATOR(
            "Rad {line}: rubrikerna ser ut att skiljas av {detail}, layouten väntar ett annat skiljetecken. Ange en"
                    + " layout med det skiljetecknet, eller spara filen med layoutens.",
            "Line {line}: the header looks separated by {detail}, the layout expects another separator. Name a layout with"
                    + " that separator, or save the file with the layout's."),
    HEADER_LATER(
            "Rad {line}: väntade rubrikraden först i filen, fann den här, efter {found} andra rader. Ta bort titlar och"
                    + " noter ovanför den.",
            "Line {line}: expected the header row first in the file, found it here, after {found} other rows. Remove"
                    + " titles and notes above it."),
    HEADER_AGAIN(
            "Rad {line}: väntade uppgifter, fann rubrikraden en gång till. Ta bort den; är det två filer i en, skicka dem"
                    + " var för sig.",
            "Line {line}: expected data, found the header row once more. Remove it; if these are two files in one, send"
                    + " them one by one."),
    TOTAL_ROW(
            "Rad {line}: väntade uppgifter, fann en summarad. Ta bort den, annars räknas dess tal två gånger.",
            "Line {line}: expected data, found a row of totals. Remove it, or its numbers count twice."),
    COLUMN_SPELLING(
            "Rad {line}: kolumn nr {column} heter nästan {name}, men skiljer sig i blanktecken, osynliga tecken eller stora"
                    + " och små bokstäver. Skriv namnet exakt.",
            "Line {line}: column number {column} is almost named {name}, but differs in blanks, invisible characters or"
                    + " upper and lower case. Write the name exactly."),
    TOO_MANY_COLUMNS(
            "Rad {line}: väntade högst {expected} kolumner, fann {found}. Kontrollera radbrytningar och skiljetecken.",
            "Line {line}: expected at most {expected} columns, found {found}. Check line breaks and separators."),
    FOREIGN_TYPE(
            "Väntade CSV, NDJSON, en JSON-array eller Parquet (var och en också packad med gzip), fann {type}.",
            "Expected CSV, NDJSON, a JSON array or Parquet (each also packed by gzip), found {type}."),
    PACKED_TWICE(
            "Filen är packad med gzip två gånger. Packa upp den en gång.",
            "The file is packed by gzip twice. Unpack it once."),
    GZIP_CUT(
            "Den packade filen tar slut för tidigt: väntade resten av gzip-strömmen. Skicka den igen.",
            "The packed file ends too early: expected the rest of the gzip stream. Send it again."),
    GZIP_DAMAGED(
            "Den packade filen är skadad: dess kontrollsumma, längd eller uppbyggnad stämmer inte. Skicka den igen.",
            "The packed file is damaged: its checksum, length or structure is not right. Send it again."),
    GZIP_TRAILING(
            "Efter gzip-strömmens slut väntades filens slut, fann fler byte. Packa filen igen.",
            "After the end of the gzip stream expected the end of the file, found more bytes. Pack the file again."),
    UNPACKED_SIZE(
            "Filen blir större än {expected} GB uppackad. Dela upp den.",
            "The file unpacks to more than {expected} GB. Split it."),
    UNPACKED_RATIO(
            "Filen blir mer än {expected} gånger så stor uppackad, vilket uppgifter inte blir. Packa upp den och se"
                    + " efter vad den innehåller.",
            "The file unpacks to more than {expected} times its size, which data do not. Unpack it and see what it"
                    + " holds."),
    JSON_MARK(
            "Rad 1, tecken nr 1: väntade JSON, fann en byteordningsmarkering (BOM). Spara filen som UTF-8 utan BOM.",
            "Line 1, character number 1: expected JSON, found a byte order mark. Save the file as UTF-8 without it."),
    JSON_SYNTAX(
            "Rad {line}, tecken nr {column}: väntade strikt JSON (RFC 8259), fann annat. Kommentarer, NaN, avslutande komma"
                    + " och enkla citattecken tillåts inte.",
            "Line {line}, character number {column}: expected strict JSON (RFC 8259), found something else. Comments, NaN,"
                    + " trailing commas and single quotes are not allowed."),
    JSON_CUT(
            "Rad {line}, tecken nr {column}: filen tar slut mitt i ett JSON-värde. Skicka den igen.",
            "Line {line}, character number {column}: the file ends inside a JSON value. Send it again."),
    JSON_LIMIT(
            "Rad {line}, tecken nr {column}: väntade ett tal, ett namn, en text och ett djup av rimlig storlek, fann något"
                    + " långt större. Kontrollera exporten.",
            "Line {line}, character number {column}: expected a number, a name, a text and a depth of reasonable size,"
                    + " found something far larger. Check the export."),
    JSON_NOT_OBJECT(
            "Rad {line}, tecken nr {column}: väntade ett objekt med en post, fann ett annat värde.",
            "Line {line}, character number {column}: expected an object with one record, found another value."),
    JSON_AFTER_END(
            "Rad {line}, tecken nr {column}: efter arrayens slut väntades filens slut, fann mer. Skicka en array per fil.",
            "Line {line}, character number {column}: after the end of the array expected the end of the file, found more."
                    + " Send one array a file."),
    JSON_SAME_LINE(
            "Rad {line}, tecken nr {column}: väntade ett objekt per rad (NDJSON), fann ett till på samma rad.",
            "Line {line}, character number {column}: expected one object a line (NDJSON), found another on the same line."),
    NESTED_VALUE(
            "Rad {line}, tecken nr {column}: väntade text, tal, true, false eller null, fann ett objekt eller en array."
                    + " Platta ut posterna.",
            "Line {line}, character number {column}: expected a text, a number, true, false or null, found an object or an"
                    + " array. Flatten the records."),
    MISSING_KEY(
            "Rad {line}: posten saknar nyckeln {name}. Lägg till den, med null om värdet saknas.",
            "Line {line}: the record lacks the key {name}. Add it, with null when there is no value."),
    UNKNOWN_KEY(
            "Rad {line}, tecken nr {column}: en nyckel (på {found} tecken) finns inte i layouten. Ta bort den, eller skriv in"
                    + " den i layouten under ignore.",
            "Line {line}, character number {column}: a key (of {found} characters) is not in the layout. Remove it, or list"
                    + " it under ignore in the layout."),
    DUPLICATE_KEY(
            "Rad {line}, tecken nr {column}: nyckeln {name} finns två gånger i samma post. Ta bort den ena.",
            "Line {line}, character number {column}: the key {name} stands twice in the same record. Remove one."),
    NOT_TEXT(
            "Rad {line}, tecken nr {column}: {name} är en kod, ett id eller ett datum; väntade en text inom citattecken,"
                    + " fann ett tal eller true/false. Som tal förlorar koder sina inledande nollor.",
            "Line {line}, character number {column}: {name} is a code, an id or a date; expected a text in quotes, found a"
                    + " number or true/false. As numbers, codes lose their leading zeros."),
    PARQUET_CUT(
            "Väntade en hel Parquet-fil, som slutar med PAR1; filen är avkortad eller har fått något efter sig. Skicka den"
                    + " igen.",
            "Expected a whole Parquet file, which ends with PAR1; the file is cut or has something after it. Send it"
                    + " again."),
    PARQUET_DAMAGED(
            "Rad {line}: Parquet-filen är skadad; det som står här går inte att läsa som formatet föreskriver. Skriv den"
                    + " på nytt ur källan.",
            "Line {line}: the Parquet file is damaged; what stands here cannot be read as the format says. Write it anew"
                    + " from its source."),
    PARQUET_CHECKSUM(
            "Rad {line}: en sida i kolumnen {name} har en annan kontrollsumma än den skrevs med. Filen är skadad; skicka den"
                    + " igen.",
            "Line {line}: a page of column {name} has another checksum than it was written with. The file is damaged; send"
                    + " it again."),
    PARQUET_ENCRYPTED(
            "Parquet-filen är krypterad. Skicka den okrypterad på en säker väg.",
            "The Parquet file is encrypted. Send it unencrypted by a safe way."),
    PARQUET_LIMIT(
            "Parquet-filens {detail} är {found} byte eller värden, väntade högst {expected}. Skriv den med mindre sidor och"
                    + " radgrupper.",
            "The Parquet file's {detail} is {found} bytes or values, expected at most {expected}. Write it with smaller"
                    + " pages and row groups."),
    PARQUET_FEATURE(
            "Parquet-filens kolumn {name} använder {detail}, som inte läses. Skriv den med kodningarna PLAIN eller"
                    + " dictionary, opackad eller packad med Snappy, gzip, zstd eller LZ4_RAW.",
            "The Parquet file's column {name} uses {detail}, which is not read. Write it with the encodings PLAIN or"
                    + " dictionary, uncompressed or compressed by Snappy, gzip, zstd or LZ4_RAW."),
    PARQUET_PACKED(
            "En gzip-packad Parquet-fil läses upp till {expected} MB uppackad. Packa upp den först; Parquet packar sig"
                    + " självt.",
            "A Parquet file packed by gzip is read up to {expected} MB unpacked. Unpack it first; Parquet packs itself."),
    COLUMN_TYPE(
            "Kolumn nr {column} ({name}) har typen {detail}. Väntade text för koder, id och datum (datum också som DATE);"
                    + " heltal, decimaltal, text eller boolesk för övriga; inga listor, strukturer eller tidsstämplar.",
            "Column number {column} ({name}) has the type {detail}. Expected text for codes, ids and dates (dates also as"
                    + " DATE); whole or decimal numbers, text or boolean for others; no lists, structures or timestamps.");

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
