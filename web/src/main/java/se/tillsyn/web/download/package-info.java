/** The releases themselves: what each consists of, and its files as they were published. Names come from manifests only. */
@NullMarked
package se.tillsyn.web.download;

import org.jspecify.annotations.NullMarked;
