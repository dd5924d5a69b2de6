package se.tillsyn.ingest.source;

import se.tillsyn.ingest.profile.LocalText;

/** Kinds of files that are known and not read: what to call them, and what their sender should do. */
enum ForeignType {
    XLSX(Advice.SHEET, "en Excel-arbetsbok (xlsx)", "an Excel workbook (xlsx)"),
    DOCX(Advice.DOCUMENT, "ett Word-dokument (docx)", "a Word document (docx)"),
    OOXML(Advice.SHEET, "ett Office-dokument (xlsx, docx eller pptx)", "an Office document (xlsx, docx or pptx)"),
    ODS(Advice.SHEET, "ett OpenDocument-kalkylark (ods)", "an OpenDocument spreadsheet (ods)"),
    OPEN_DOCUMENT(Advice.DOCUMENT, "ett OpenDocument-dokument", "an OpenDocument document"),
    ZIP(Advice.UNPACK, "ett zip-arkiv", "a zip archive"),
    OLE2(Advice.SHEET, "ett äldre Office-dokument (xls, doc)", "an older Office document (xls, doc)"),
    PDF(Advice.DOCUMENT, "en pdf", "a PDF"),
    RTF(Advice.DOCUMENT, "ett rtf-dokument", "an RTF document"),
    XML(Advice.EXPORT, "XML eller HTML", "XML or HTML"),
    XZ(Advice.UNPACK, "en xz-packad fil", "a file packed by xz"),
    BZIP2(Advice.UNPACK, "en bzip2-packad fil", "a file packed by bzip2"),
    ZSTD(Advice.UNPACK, "en zstd-packad fil", "a file packed by zstd"),
    LZ4(Advice.UNPACK, "en lz4-packad fil", "a file packed by lz4"),
    SEVEN_ZIP(Advice.UNPACK, "ett 7z-arkiv", "a 7z archive"),
    RAR(Advice.UNPACK, "ett rar-arkiv", "a rar archive"),
    TAR(Advice.UNPACK, "ett tar-arkiv", "a tar archive"),
    UTF_16(Advice.UTF_8, "text i UTF-16", "text in UTF-16"),
    UTF_32(Advice.UTF_8, "text i UTF-32", "text in UTF-32"),
    IMAGE(Advice.EXPORT, "en bild", "an image"),
    SQLITE(Advice.EXPORT, "en SQLite-databas", "an SQLite database"),
    AVRO(Advice.EXPORT, "en Avro-fil", "an Avro file"),
    ORC(Advice.EXPORT, "en ORC-fil", "an ORC file"),
    ARROW(Advice.EXPORT, "en Arrow- eller Feather-fil", "an Arrow or Feather file"),
    HDF5(Advice.EXPORT, "en HDF5-fil", "an HDF5 file"),
    BINARY(Advice.EXPORT, "binära data av okänt slag", "binary data of an unknown kind");

    private final Advice advice;
    private final String sv;
    private final String en;

    ForeignType(Advice advice, String sv, String en) {
        this.advice = advice;
        this.sv = sv;
        this.en = en;
    }

    LocalText text() {
        return new LocalText(sv, en);
    }

    LocalText advice() {
        return new LocalText(advice.sv, advice.en);
    }

    private enum Advice {
        SHEET(
                "Spara kalkylbladet som CSV UTF-8, med koder som text.",
                "Save the sheet as CSV UTF-8, with codes as text."),
        DOCUMENT("Skicka uppgifterna som CSV, NDJSON eller Parquet.", "Send the data as CSV, NDJSON or Parquet."),
        UNPACK("Packa upp den, eller packa en enda fil med gzip.", "Unpack it, or pack a single file by gzip."),
        EXPORT("Exportera uppgifterna som CSV, NDJSON eller Parquet.", "Export the data as CSV, NDJSON or Parquet."),
        UTF_8("Spara filen som UTF-8.", "Save the file as UTF-8.");

        private final String sv;
        private final String en;

        Advice(String sv, String en) {
            this.sv = sv;
            this.en = en;
        }
    }
}
