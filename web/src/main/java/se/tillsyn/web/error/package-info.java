/** Pages for requests that cannot be answered: plain words in the reader's language, and nothing of the request. */
@NullMarked
package se.tillsyn.web.error;

import org.jspecify.annotations.NullMarked;
