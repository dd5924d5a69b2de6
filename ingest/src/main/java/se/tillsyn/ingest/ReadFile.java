package se.tillsyn.ingest;

import java.io.Serializable;

/**
 * A file that was read and is not refused.
 *
 * @param entry its index among the entries given
 * @param task what read it
 * @param result what that gave
 * @param number its number in the batch, from 1
 */
record ReadFile(int entry, FileTask task, FileResult result, int number) implements Serializable {}
