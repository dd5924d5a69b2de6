/** A view's table as an answer that is a file: which dialect, what it is called, where it comes from. */
@NullMarked
package se.tillsyn.web.file;

import org.jspecify.annotations.NullMarked;
