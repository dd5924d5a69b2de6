/** What all programming interfaces of the site share: methods, limits, cross-origin use, addresses and answers to faults. */
@NullMarked
package se.tillsyn.web.rest;

import org.jspecify.annotations.NullMarked;
