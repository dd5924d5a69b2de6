package se.tillsyn.web.overview;

import java.util.List;
import se.tillsyn.web.page.PageFrame;

/** Every topic, grouped. */
record TopicListPage(PageFrame frame, List<TopicGroup> groups, String count) {}
