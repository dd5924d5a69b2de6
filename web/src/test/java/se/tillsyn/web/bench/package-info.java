/** Load on a site that is running: figures of {@code web/README.md}. Not part of any test run. */
package se.tillsyn.web.bench;
