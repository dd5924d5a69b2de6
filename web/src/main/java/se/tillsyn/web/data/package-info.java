/** Pages for those who take the data: every dataset with its code book, its files, how to read it and how to cite it. */
@NullMarked
package se.tillsyn.web.data;

import org.jspecify.annotations.NullMarked;
