package se.tillsyn.ingest.deidentification;

/** Where a text stands; decides which kinds of personal data are looked for. */
public enum Place {
    /** A key of a finding, an inspection or a unit: dates of registration are at home here, names are not. */
    ID,
    /** A day of inspection or of follow-up: a date is at home here, however old. */
    DATE,
    /** Any other cell: codes, counts, values, and the cells of columns that a layout passes over. */
    CELL,
    /** A name in the header row. */
    HEADER,
    /** A file's name, without its folders. */
    FILE_NAME
}
