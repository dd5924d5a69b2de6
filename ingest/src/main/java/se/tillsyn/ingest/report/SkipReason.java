package se.tillsyn.ingest.report;

import se.tillsyn.ingest.profile.LocalText;

/** Why an entry of a folder is not read. Never a matter of its content. All but {@link #NAME} are no files to read. */
public enum SkipReason {
    HIDDEN(
            "Namnet börjar med punkt, så filen är dold. Byt namn på den, eller ange den själv, om den ska läsas in.",
            "Its name begins with a dot, so it is hidden. Rename it, or name it itself, when it is to be ingested."),
    FOLDER(
            "Väntade en fil, fann en mapp; mappar i mappar läses inte. Ange den själv om dess filer ska läsas in.",
            "Expected a file, found a folder; folders in folders are not read. Name it itself when its files are to be"
                    + " ingested."),
    LINK(
            "Väntade en fil, fann en länk; länkar i en mapp följs inte. Ange det som den pekar på om det ska läsas in.",
            "Expected a file, found a link; links in a folder are not followed. Name what it points to when that is to"
                    + " be ingested."),
    NO_FILE(
            "Väntade en vanlig fil, fann en kö, en enhet eller något annat. Flytta bort den.",
            "Expected a regular file, found a pipe, a device or something else. Move it away."),
    NAME(
            "Filens namn är inte skrivet i datorns teckenkodning, så den kan inte öppnas. Byt namn på den till A–Z, a–z,"
                    + " 0–9 och läs in den igen.",
            "The file's name is not written in this machine's character encoding, so that it cannot be opened. Rename it"
                    + " in A–Z, a–z, 0–9 and ingest it again.");

    private final String sv;
    private final String en;

    SkipReason(String sv, String en) {
        this.sv = sv;
        this.en = en;
    }

    LocalText text() {
        return new LocalText(sv, en);
    }
}
