package se.tillsyn.analytics.audit.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What attacks on blocks found, for audits that follow each other: a block that is published as it was, cell by cell and
 * sum by sum, is not attacked again, since the same attack would find the same.
 */
public final class AttackedBlocks {

    private final Map<String, Found> known = new ConcurrentHashMap<>();

    /** What is kept of the attack on a block. */
    record Found(Map<Verdict, Long> counts, @Nullable Assumption assumption, List<Breach> breaches) {}

    /** What the attack on a block finds; threads may ask at the same time. */
    Found attack(Lattice lattice, boolean operationsHold) {
        String print = lattice.fingerprint() + operationsHold;
        Found found = known.get(print);
        if (found == null) {
            BlockAttack.Result result = BlockAttack.on(lattice, operationsHold);
            found = new Found(result.counts(), result.assumption(), breachesOf(result));
            known.put(print, found);
        }
        return found;
    }

    /** How many different blocks were attacked. */
    int size() {
        return known.size();
    }

    private static List<Breach> breachesOf(BlockAttack.Result result) {
        List<Breach> breaches = new ArrayList<>();
        result.verdicts().forEach((number, verdict) -> {
            BreachKind kind = verdict.breach();
            RateCell cell = result.lattice().cell(number);
            if (kind != null && cell != null) {
                breaches.add(Breach.of(kind, cell.table(), cell.key(), ""));
            }
        });
        return breaches;
    }
}
