/** What every page has: its place in the site, its addresses in both languages, the release it shows. */
@NullMarked
package se.tillsyn.web.page;

import org.jspecify.annotations.NullMarked;
