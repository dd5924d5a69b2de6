/**
 * What an outsider can work out from published figures. Attacks a release as a careful reader would: knows only what was
 * published and the declared hierarchies, shares no code with the rules that decided what to withhold, and reads no file
 * itself.
 */
@NullMarked
package se.tillsyn.analytics.audit;

import org.jspecify.annotations.NullMarked;
