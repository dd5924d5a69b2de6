/**
 * The table behind a view: the numbers of a page as one long table, and its files. Every format is written from the same
 * {@link se.tillsyn.web.table.ViewTable}, so that none can say more or less than another.
 */
@NullMarked
package se.tillsyn.web.table;

import org.jspecify.annotations.NullMarked;
