/**
 * PxWebApi 2 over the datasets of a release: the interface that the clients of Statistics Sweden and its neighbours speak.
 * Selection, limits and answers follow the published OpenAPI document; where the reference server is more tolerant, so is
 * this.
 */
@NullMarked
package se.tillsyn.web.pxweb;

import org.jspecify.annotations.NullMarked;
