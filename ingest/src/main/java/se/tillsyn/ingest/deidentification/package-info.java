/**
 * The screen for personal data: says of a text whether it looks like an identity number, an e-mail or street address, a
 * phone number, a birth date or a name, and of what kind. Nothing that it returns, throws or keeps holds any of the text.
 * Plain Java without state; knows no file format and no rule of the finding.
 */
@NullMarked
package se.tillsyn.ingest.deidentification;

import org.jspecify.annotations.NullMarked;
