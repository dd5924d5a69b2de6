package se.tillsyn.web.method;

import se.tillsyn.web.page.PageFrame;

/** What this site is, who answers for it and how accessible it is. */
record AboutPage(
        PageFrame frame,
        String publisher,
        String contact,
        String methodHref,
        String releasesHref,
        String accessibilityHref) {}
