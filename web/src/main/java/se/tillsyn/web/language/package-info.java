/** The two languages of the pages: their texts, and how they write numbers and dates. Export files never use it. */
@NullMarked
package se.tillsyn.web.language;

import org.jspecify.annotations.NullMarked;
