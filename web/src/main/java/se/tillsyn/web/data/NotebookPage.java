package se.tillsyn.web.data;

import se.tillsyn.web.page.PageFrame;

/**
 * An executed notebook.
 *
 * @param up address of the list that it stands in
 * @param file address of the notebook itself
 * @param article one element, to be put in as it is
 */
record NotebookPage(PageFrame frame, String up, String file, String article) {}
