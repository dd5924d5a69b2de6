/** What holds for every request whatever page it asks for: methods, addresses, parameters, headers, language. */
@NullMarked
package se.tillsyn.web.http;

import org.jspecify.annotations.NullMarked;
