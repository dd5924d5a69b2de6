/** Files of a slice of a dataset, one class per format. Numbers are written as published; no page's formatter is used. */
@NullMarked
package se.tillsyn.web.format;

import org.jspecify.annotations.NullMarked;
