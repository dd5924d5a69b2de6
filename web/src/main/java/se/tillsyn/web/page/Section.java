package se.tillsyn.web.page;

/** Entry of the main menu that a page belongs to. */
public enum Section {
    OVERVIEW,
    TOPICS,
    RELEASES,
    METHOD,
    ABOUT,
    NONE
}
