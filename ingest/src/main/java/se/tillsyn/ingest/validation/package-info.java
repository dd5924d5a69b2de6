/**
 * The rules that a row must keep to become a finding, each with an id and a text. A row that breaks any is quarantined
 * with all its defects; a rejection says where and which rule, never what stood there.
 */
@NullMarked
package se.tillsyn.ingest.validation;

import org.jspecify.annotations.NullMarked;
