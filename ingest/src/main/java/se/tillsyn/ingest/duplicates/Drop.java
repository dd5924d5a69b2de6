package se.tillsyn.ingest.duplicates;

import java.io.Serializable;
import se.tillsyn.ingest.validation.Rejection;
import se.tillsyn.ingest.validation.Rule;

/** Why a valid finding of this run is not loaded. */
public record Drop(Rule rule, Rejection.Other other) implements Serializable {}
