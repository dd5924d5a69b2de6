package se.tillsyn.analytics.revision;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.tillsyn.analytics.cube.Cube;
import se.tillsyn.analytics.cube.HeldPlace;
import se.tillsyn.analytics.cube.YearOfTopic;
import se.tillsyn.analytics.disclosure.CellName;
import se.tillsyn.analytics.disclosure.DisclosureControl;
import se.tillsyn.analytics.disclosure.LateBlock;
import se.tillsyn.analytics.disclosure.LateBlocks;
import se.tillsyn.analytics.disclosure.TopicYear;
import se.tillsyn.analytics.disclosure.suppression.Protection;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.profile.ProfileDescription;

/**
 * Decides what of a store may follow an earlier release.
 *
 * <p>Cells that were withheld stay withheld, cells that were shown stay shown. Late findings whose additions would have to be
 * hidden by withholding a cell that was shown are held back: until the revision window ends all those of the topic's year, then
 * those of the places where it is so, from the lowest regions up. A cube is counted for each choice, so that all figures fit.
 */
public final class Revising {

    /** After so many choices of places a topic's year is held as a whole. */
    private static final int CHOICES = 4;

    private final Profile profile;
    private final DisclosureControl control;
    private final Counting counting;
    private final Protecting protecting;
    private final Earlier earlier;
    private final Instant now;
    private final Map<Set<YearOfTopic>, LateBlock.Price> priced = new HashMap<>();

    /** Counts all findings but those held back. */
    @FunctionalInterface
    public interface Counting {
        Cube count(Holding holding) throws IOException;
    }

    /** Protects blocks. */
    public interface Protecting {

        /** Names of all cells that must be withheld. */
        Set<CellName> withheld(List<TopicYear> blocks, Protection.Window promised);

        /** What publishing late findings takes, in the order of the blocks. */
        List<LateBlock.Price> prices(List<LateBlock> blocks, Protection.Window promised);
    }

    /**
     * What may be published.
     *
     * @param cube what is counted
     * @param withheldRates names of the rates that are withheld
     * @param withheldValues names of the cells of values that are withheld
     * @param holding what is held back
     */
    public record Decision(Cube cube, Set<CellName> withheldRates, Set<CellName> withheldValues, Holding holding) {}

    /**
     * @param now minute of publication
     */
    public Revising(
            Profile profile,
            DisclosureControl control,
            Counting counting,
            Protecting protecting,
            Earlier earlier,
            Instant now) {
        this.profile = profile;
        this.control = control;
        this.counting = counting;
        this.protecting = protecting;
        this.earlier = earlier;
        this.now = now;
    }

    /**
     * Decides.
     *
     * @param mustBeHeld topics' years of which nothing late may be published
     */
    public Decision decide(Set<YearOfTopic> mustBeHeld) throws IOException {
        Holding holding = Holding.NONE;
        for (YearOfTopic year : new TreeSet<>(mustBeHeld)) {
            holding = hold(everywhere(year), holding);
        }
        for (int choice = 1; ; choice++) {
            Cube cube = counting.count(holding);
            LateBlocks.Sorted rates = control.late()
                    .sort(control.countedRates(earlier.cube()), control.countedRates(cube), earlier.rates());
            LateBlocks.Sorted values = control.late()
                    .sort(control.countedValues(earlier.cube()), control.countedValues(cube), earlier.values());
            List<LateBlock> blocks = new ArrayList<>(rates.late());
            blocks.addAll(values.late());
            price(blocks);
            SortedSet<HeldPlace> more = new TreeSet<>();
            for (LateBlock block : blocks) {
                more.addAll(placesToHold(block, choice));
            }
            if (more.isEmpty()) {
                return new Decision(cube, withheld(rates), withheld(values), holding);
            }
            for (HeldPlace place : more) {
                holding = hold(place, holding);
                priced.keySet().removeIf(years -> years.contains(place.yearOfTopic()));
            }
        }
    }

    private Set<CellName> withheld(LateBlocks.Sorted sorted) {
        Set<CellName> names = new HashSet<>(sorted.kept());
        names.addAll(protecting.withheld(sorted.fresh(), control.window()));
        for (LateBlock block : sorted.late()) {
            for (int cell : priceOf(block).withheld()) {
                block.topics().forEach(topic -> names.add(topic.get(cell)));
            }
        }
        return names;
    }

    /** Prices blocks that no hold has changed since they were last priced only once. */
    private void price(List<LateBlock> blocks) {
        List<LateBlock> open = blocks.stream()
                .filter(block -> !priced.containsKey(years(block)))
                .toList();
        List<LateBlock.Price> prices = protecting.prices(open, control.window());
        for (int i = 0; i < prices.size(); i++) {
            priced.put(years(open.get(i)), prices.get(i));
        }
    }

    private LateBlock.Price priceOf(LateBlock block) {
        LateBlock.Price price = priced.get(years(block));
        if (price == null) {
            throw new IllegalStateException("a block was not priced");
        }
        return price;
    }

    private static Set<YearOfTopic> years(LateBlock block) {
        return block.topics().stream().map(topic -> topic.get(0).yearOfTopic()).collect(Collectors.toSet());
    }

    private Holding hold(HeldPlace place, Holding holding) {
        Instant first = earlier.holding().since(place.yearOfTopic(), now);
        Instant since = control.revisionRule().hasEnded(first, now) ? now : first;
        return holding.with(place, earlier.holding(), earlier.batch(), since, profile.regions());
    }

    private HeldPlace everywhere(YearOfTopic year) {
        return new HeldPlace(year.topic(), year.year(), profile.description().nation());
    }

    private Set<HeldPlace> placesToHold(LateBlock block, int choice) {
        int[] lost = priceOf(block).lost();
        if (lost.length == 0) {
            return Set.of();
        }
        boolean inPart = choice <= CHOICES
                && years(block).stream().allMatch(year -> control.revisionRule()
                        .hasEnded(earlier.holding().since(year, now), now));
        Set<String> regions = inPart
                ? regionsToHold(block, lost)
                : Set.of(profile.description().nation());
        return years(block).stream()
                .flatMap(year -> regions.stream().map(region -> new HeldPlace(year.topic(), year.year(), region)))
                .collect(Collectors.toSet());
    }

    /**
     * The lowest regions with a cell that would be lost, and broader ones whose own total would be: less can only be added to it
     * when others are held. Where there are none, the next broader ones.
     */
    private Set<String> regionsToHold(LateBlock block, int[] lost) {
        List<String> levels = profile.description().levels();
        String lowest = levels.get(levels.size() - 1);
        Set<String> regions = new TreeSet<>();
        for (int cell : lost) {
            CellName name = block.topics().get(0).get(cell);
            String level = block.levels().get(cell);
            if (level.equals(ProfileDescription.REGION_GROUP)) {
                regions.addAll(membersOf(name.region()));
            } else if (level.equals(lowest) || isTotal(name)) {
                regions.add(name.region());
            }
        }
        for (int level = levels.size() - 2; level >= 0 && regions.isEmpty(); level--) {
            String broader = levels.get(level);
            Arrays.stream(lost)
                    .filter(cell -> block.levels().get(cell).equals(broader))
                    .forEach(cell -> regions.add(block.topics().get(0).get(cell).region()));
        }
        return regions;
    }

    private static boolean isTotal(CellName name) {
        return name.ageGroup().equals(RateColumns.TOTAL)
                && name.operationType().equals(RateColumns.TOTAL)
                && name.period().equals(name.year());
    }

    private List<String> membersOf(String group) {
        return profile.rows(profile.description().regionGroupMembers()).stream()
                .filter(member -> group.equals(member.get("group")))
                .map(member -> member.getOrDefault("region", ""))
                .toList();
    }
}
