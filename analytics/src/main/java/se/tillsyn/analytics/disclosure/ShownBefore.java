package se.tillsyn.analytics.disclosure;

import java.util.Set;
import se.tillsyn.analytics.cube.YearOfTopic;

/**
 * What an earlier release showed.
 *
 * @param withheld names of the cells that it withheld
 * @param unlike topics' years that cannot be counted again as they were shown, for instance by an earlier profile
 */
public record ShownBefore(Set<CellName> withheld, Set<YearOfTopic> unlike) {

    public ShownBefore {
        withheld = Set.copyOf(withheld);
        unlike = Set.copyOf(unlike);
    }
}
