/**
 * Proof that nothing is lost whatever happens to a run: the command line in processes of its own, killed, cut off from its
 * disk, and run many at once. Short ones run with the usual tests, all of them with {@code ./tillsyn test --full}.
 */
package se.tillsyn.ingest.proof;
