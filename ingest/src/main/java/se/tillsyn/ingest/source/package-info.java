/**
 * Strict, streaming readers of source files: a file is read whole as its layout says or refused whole. Gives texts by
 * column of the contract; what they mean is the business of validation.
 */
@NullMarked
package se.tillsyn.ingest.source;

import org.jspecify.annotations.NullMarked;
