package se.tillsyn.analytics.disclosure.suppression;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Protects one block: no withheld count follows from published ones, nor can it be bounded within a window narrower than
 * the promised one.
 *
 * <p>Where a window is too narrow, the published total that holds it most, and of several the least useful, is withheld too,
 * and the whole begins again with it among the cells that must be withheld.
 */
public final class Protection {

    private static final double MOST_USEFUL = 30;

    private final AlikeCells alike;
    private final Block block;
    private final Window promised;
    private final ExactProtection exact;
    private final List<int[]> tied;
    private final int[] place;

    private Protection(Block whole, Window promised) {
        alike = AlikeCells.of(whole);
        block = alike.block();
        this.promised = promised;
        exact = new ExactProtection(alike);
        tied = block.tied();
        place = new int[block.cells()];
        for (int i = 0; i < place.length; i++) {
            place[block.order()[i]] = i;
        }
    }

    /**
     * The narrowest window within which a withheld count may be bounded.
     *
     * @param least width in any case
     * @param share width as a share of the count, 0 to 1
     * @param times how often it has been widened, because another found the windows too narrow
     */
    public record Window(double least, double share, int times) implements Serializable {

        private static final double WIDER = 1.5;

        public Window(double least, double share) {
            this(least, share, 0);
        }

        /** Half as wide again, some times over. */
        public Window widened(int more) {
            double factor = Math.pow(WIDER, more);
            return new Window(least * factor, share * factor, times + more);
        }

        double around(double count) {
            return Math.max(least, share * count);
        }
    }

    /**
     * Outcome.
     *
     * @param withheld all cells that must be withheld, those asked for included
     * @param forWindows how many of these were added because a window was too narrow
     * @param rounds how often the whole was done
     */
    public record Outcome(BitSet withheld, int forWindows, int rounds) {}

    /** Withholds what follows exactly only. */
    public static BitSet exactOnly(Block block, BitSet primary) {
        AlikeCells alike = AlikeCells.of(block);
        return alike.all(new ExactProtection(alike).withheld(alike.once(primary)));
    }

    /**
     * Protects a block.
     *
     * @param primary cells that must be withheld in any case
     * @throws IllegalStateException when a withheld cell still follows from published ones
     */
    public static Outcome of(Block block, BitSet primary, Window promised) {
        return new Protection(block, promised).protect(primary);
    }

    private Outcome protect(BitSet primary) {
        BitSet asked = alike.once(primary);
        BitSet withheld = exact.withheld(asked);
        List<BitSet> wide = noneWide();
        boolean isFresh = true;
        int added = 0;
        for (int round = 1; ; round++) {
            BitSet more = new BitSet();
            for (int count = 0; count < block.counts().size(); count++) {
                addComplements(count, withheld, wide.get(count), more);
            }
            if (!more.isEmpty()) {
                asked.or(withheld);
                asked.or(more);
                added += more.stream().map(alike::size).sum();
                withheld = exact.withheld(asked, withheld);
                isFresh = false;
            } else if (isFresh) {
                if (!exact.exposed(withheld).isEmpty()) {
                    throw new IllegalStateException("a withheld cell follows from published ones");
                }
                return new Outcome(alike.all(withheld), added, round);
            } else {
                // What was wide when more was published need not be now, since fewer sums show what wholes hold.
                wide = noneWide();
                isFresh = true;
            }
        }
    }

    private List<BitSet> noneWide() {
        List<BitSet> wide = new ArrayList<>();
        block.counts().forEach(count -> wide.add(new BitSet()));
        return wide;
    }

    /**
     * Adds published cells that should be withheld too, because a withheld count is bounded too narrowly.
     *
     * @param wide cells whose window was found wide enough when more was published than now; added to
     */
    private void addComplements(int count, BitSet withheld, BitSet wide, BitSet more) {
        long[] values = block.counts().get(count);
        long[] least = block.least().get(count);
        int[] hidden = withheld.stream().filter(cell -> !wide.get(cell)).toArray();
        if (hidden.length == 0) {
            return;
        }
        List<Integer> published = new ArrayList<>();
        for (int at = block.order().length - 1; at >= 0; at--) {
            int cell = block.order()[at];
            if (!withheld.get(cell) && values[cell] > 0) {
                published.add(cell);
            }
        }
        Unknowns unknowns = new Unknowns(block, count, withheld, false);
        Windows windows = new Windows(unknowns, hidden, promised);
        if (!windows.areThereTables()) {
            // Whoever takes wholes for their parts sees a contradiction, and then allows for more.
            unknowns = new Unknowns(block, count, withheld, true);
            windows = new Windows(unknowns, hidden, promised);
        }
        List<Complements.Candidate> candidates = unknowns.held(published).stream()
                .map(held -> new Complements.Candidate(
                        held, (double) values[held.cell()], (double) least[held.cell()], loss(held.cell())))
                .toList();
        Windows.Lack lack = windows.lack(candidates);
        for (int cell : hidden) {
            wide.set(cell);
        }
        lack.narrow().forEach(wide::clear);
        lack.complements().forEach(more::set);
        for (int cell : lack.helpless()) {
            int nearest = mustTry(cell, unknowns) ? nearest(cell, count, published, unknowns) : -1;
            if (nearest < 0) {
                // Nothing published is known to hold it; where that is wrong, the audit tells.
                wide.set(cell);
            } else {
                more.set(nearest);
            }
        }
    }

    /**
     * A cell that a sum tells must have another withheld beside it. Where sums together leave it little room, it is not known
     * which one would help, and it often is a published 0 that says so: tried only where it is known to matter.
     */
    private boolean mustTry(int cell, Unknowns unknowns) {
        return unknowns.unknownOf(cell) < 0 || promised.times() > 0;
    }

    /** The most useful cell is as great a loss as so many of the least useful. */
    private double loss(int cell) {
        return alike.size(cell) * Math.pow(MOST_USEFUL, 1 - (double) place[cell] / place.length);
    }

    /**
     * The least useful published cell that is tied to a cell, if possible one whose own count leaves room for the window that is
     * needed; of a cell that is told, one of the sum that tells it. Where all around it is withheld, one further away.
     *
     * @param published from the least useful to the most
     * @return −1 when there is none
     */
    private int nearest(int cell, int count, List<Integer> published, Unknowns unknowns) {
        double needed = promised.around((double) block.counts().get(count)[cell]);
        BitSet may = new BitSet();
        published.forEach(may::set);
        BitSet reached = new BitSet();
        reached.set(cell);
        boolean grew = true;
        while (grew) {
            BitSet telling = new BitSet();
            BitSet all = new BitSet();
            for (int[] group : tied) {
                if (Arrays.stream(group).anyMatch(reached::get)) {
                    boolean tells =
                            Arrays.stream(group).noneMatch(other -> !may.get(other) && unknowns.unknownOf(other) >= 0);
                    for (int other : group) {
                        all.set(other);
                        telling.set(other, tells || telling.get(other));
                    }
                }
            }
            for (BitSet some : List.of(telling, all)) {
                int found = leastUseful(some, count, published, needed);
                if (found >= 0) {
                    return found;
                }
            }
            int before = reached.cardinality();
            reached.or(all);
            grew = reached.cardinality() > before;
        }
        return -1;
    }

    private int leastUseful(BitSet some, int count, List<Integer> published, double needed) {
        int first = -1;
        for (int other : published) {
            if (some.get(other)) {
                first = first < 0 ? other : first;
                if (block.counts().get(count)[other] - block.least().get(count)[other] >= needed) {
                    return other;
                }
            }
        }
        return first;
    }
}
