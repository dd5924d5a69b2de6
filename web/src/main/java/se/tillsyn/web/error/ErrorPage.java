package se.tillsyn.web.error;

import se.tillsyn.web.page.PageFrame;

/**
 * A request that cannot be answered.
 *
 * @param status HTTP status
 * @param heading what happened
 * @param explanation what exactly is wrong
 * @param advice what to do
 * @param topicsHref list of topics; empty when there is no release
 */
record ErrorPage(PageFrame frame, int status, String heading, String explanation, String advice, String topicsHref) {}
