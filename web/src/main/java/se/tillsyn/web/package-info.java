/** The public dashboard: starts it and holds its settings. Reads releases only; has no Spark, no store and no microdata. */
@NullMarked
package se.tillsyn.web;

import org.jspecify.annotations.NullMarked;
