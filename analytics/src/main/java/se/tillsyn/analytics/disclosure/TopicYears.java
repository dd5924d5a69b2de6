package se.tillsyn.analytics.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.profile.ProfileDescription;

/**
 * Puts cells together that must be protected together.
 *
 * <p>The finest parts of a topic's year are place × age × type × quarter, as far as an outsider cannot rule them out: a
 * combination is ruled out when a cell around it was to be published by the plan and has no file. Where a region's total
 * holds more than its ages (bands that overlap), types or lower regions together, the difference is a part too; where it
 * does not, an outsider may know that there is none.
 */
public final class TopicYears {

    private final PlaceTree places;
    private final List<String> levels;

    public TopicYears(Profile profile) {
        places = PlaceTree.of(profile);
        levels = new ArrayList<>(profile.regions().levels());
        levels.add(ProfileDescription.REGION_GROUP);
    }

    /**
     * One per year and topic, or topics with the very same numbers of files, in their order.
     *
     * @param cells all cells with at least one file that the plan publishes, in any order
     */
    public List<TopicYear> of(List<CountedCell> cells) {
        SortedMap<String, SortedMap<String, List<CountedCell>>> byYear = new TreeMap<>();
        for (CountedCell cell : cells) {
            byYear.computeIfAbsent(cell.name().year(), any -> new TreeMap<>())
                    .computeIfAbsent(cell.name().topic(), any -> new ArrayList<>())
                    .add(cell);
        }
        List<TopicYear> blocks = new ArrayList<>();
        for (SortedMap<String, List<CountedCell>> topics : byYear.values()) {
            Map<List<Object>, List<List<CountedCell>>> alike = new LinkedHashMap<>();
            for (List<CountedCell> topic : topics.values()) {
                topic.sort(Comparator.comparing(CountedCell::name, CellName.ORDER));
                alike.computeIfAbsent(files(topic), any -> new ArrayList<>()).add(topic);
            }
            for (List<List<CountedCell>> family : alike.values()) {
                blocks.add(new TopicYearAssembly(places, levels, family).topicYear());
            }
        }
        return blocks;
    }

    /** One block of topics that are known to have the very same numbers of files, each topic's cells in the order of names. */
    TopicYear together(List<List<CountedCell>> topics) {
        return new TopicYearAssembly(places, levels, topics).topicYear();
    }

    /** What two topics share when nothing but their deficiencies differs. */
    static List<Object> files(List<CountedCell> topic) {
        List<Object> files = new ArrayList<>(2 * topic.size());
        for (CountedCell cell : topic) {
            files.add(cell.name().ofTopic(""));
            files.add(cell.whole());
        }
        return files;
    }
}
