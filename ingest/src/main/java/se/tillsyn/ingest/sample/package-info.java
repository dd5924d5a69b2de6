/**
 * The synthetic national data set: a model with planted effects, the findings drawn from it and its ground truth in a
 * separate file. Nothing here reads real findings, and everything written says that it is synthetic.
 */
@NullMarked
package se.tillsyn.ingest.sample;

import org.jspecify.annotations.NullMarked;
