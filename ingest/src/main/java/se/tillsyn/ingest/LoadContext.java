package se.tillsyn.ingest;

import java.io.Serializable;
import java.time.LocalDate;
import se.tillsyn.ingest.layout.Layout;
import se.tillsyn.ingest.validation.ValidCodes;

/** What every task of a run needs; sent to each executor once. */
record LoadContext(Layout layout, ValidCodes codes, LocalDate loadedOn) implements Serializable {}
