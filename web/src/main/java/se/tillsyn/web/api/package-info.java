/**
 * The site's own small interface, {@code /api/v1}: what PxWebApi has no place for. Follows the Swedish national profile of
 * REST interfaces; its OpenAPI document is a resource of this module and a test holds both to it.
 */
@NullMarked
package se.tillsyn.web.api;

import org.jspecify.annotations.NullMarked;
