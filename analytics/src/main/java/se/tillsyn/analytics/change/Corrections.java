package se.tillsyn.analytics.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.tillsyn.analytics.release.PublishedIndicator;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.ReleaseLayout;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.FindingReader;

/**
 * What came between two releases: the batches that only one of them rests on, with what each brought per topic and year,
 * and whether profile, methods or program changed. Tells that a batch holds something on a topic in a year, never how much
 * nor of which operation.
 */
public final class Corrections {

    /** What a batch brought; the words in {@code changes.csv}. */
    private enum Brought {
        ADDED,
        REVISED,
        WITHDRAWN
    }

    private static final String ANY = "";

    private final String further;
    private final Map<String, Map<String, Map<String, Set<Brought>>>> byBatch;
    private final String unread;
    private final Map<String, List<String>> topicsOf;
    private final Map<String, String> reasons = new HashMap<>();

    private Corrections(
            String further,
            Map<String, Map<String, Map<String, Set<Brought>>>> byBatch,
            String unread,
            Map<String, List<String>> topicsOf) {
        this.further = further;
        this.byBatch = byBatch;
        this.unread = unread;
        this.topicsOf = topicsOf;
    }

    /**
     * Reads what came between.
     *
     * @param batches the store's batches, all of them; where the store is not at hand, none
     */
    public static Corrections between(Edition earlier, Edition later, List<Batch> batches) throws IOException {
        StringJoiner further = new StringJoiner(" ");
        addIf(further, !earlier.profileHash().equals(later.profileHash()), "profile");
        addIf(further, !earlier.methodVersion().equals(later.methodVersion()), "methods");
        addIf(further, !earlier.codeVersion().equals(later.codeVersion()), "program");
        KnownUntil before = new KnownUntil(earlier, id -> placeOf(batches, id));
        KnownUntil after = new KnownUntil(later, id -> placeOf(batches, id));
        Map<String, Map<String, Map<String, Set<Brought>>>> byBatch = new TreeMap<>();
        String unread = "";
        if (!earlier.batch().equals(later.batch()) && Math.min(before.newest(), after.newest()) < 0) {
            unread = "batches:" + earlier.batch() + ".." + later.batch();
        } else {
            int from = Math.min(before.earliest(), after.earliest());
            for (int i = Math.max(0, from + 1); i <= Math.max(before.latest(), after.latest()); i++) {
                read(batches.get(i), i, before, after, byBatch);
            }
        }
        return new Corrections(further.toString(), byBatch, unread, topicsOf(earlier, later));
    }

    /**
     * The reason of a changed number, words parted by spaces: {@code <batch>:added+revised+withdrawn} for each batch that
     * holds findings of its topic and year, with a {@code -} before one that the later release leaves out; {@code profile},
     * {@code methods}, {@code program} where these differ; {@code batches:<a>..<b>} where the store cannot say more; {@code
     * elsewhere} when only findings of other topics or years came, so that the number follows from others or from the
     * protection of others.
     *
     * @param topic topic of the number, or empty
     * @param period its year or quarter, or empty
     * @param untilThen whether it rests on the years before as well
     */
    String reason(String topic, String period, boolean untilThen) {
        return reasons.computeIfAbsent(topic + ' ' + period + ' ' + untilThen, any -> find(topic, period, untilThen));
    }

    private String find(String topic, String period, boolean untilThen) {
        StringJoiner found = new StringJoiner(" ");
        for (var batch : byBatch.entrySet()) {
            Set<Brought> brought = EnumSet.noneOf(Brought.class);
            for (String one : topicsOf.getOrDefault(topic, List.of(topic))) {
                batch.getValue().getOrDefault(one, Map.of()).forEach((year, kinds) -> {
                    if (concerns(year, period, untilThen)) {
                        brought.addAll(kinds);
                    }
                });
            }
            if (!brought.isEmpty()) {
                found.add(batch.getKey()
                        + ':'
                        + brought.stream()
                                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining("+")));
            }
        }
        addIf(found, !unread.isEmpty(), unread);
        addIf(found, !further.isEmpty(), further);
        return found.length() == 0 ? "elsewhere" : found.toString();
    }

    private static boolean concerns(String year, String period, boolean untilThen) {
        return period.isEmpty() || period.startsWith(year) || (untilThen && year.compareTo(period) < 0);
    }

    /**
     * What a batch brought to, or took from, the later edition: by topic, and under no topic at all, then by year.
     *
     * @param place of the batch in the store
     */
    private static void read(
            Batch batch,
            int place,
            KnownUntil before,
            KnownUntil after,
            Map<String, Map<String, Map<String, Set<Brought>>>> byBatch)
            throws IOException {
        String id = batch.folder().id();
        for (Path file : batch.findingFiles()) {
            FindingReader.read(file, finding -> {
                String year = Integer.toString(finding.inspectedOn().getYear());
                int then = before.of(finding.topic(), year, finding.regionCode());
                int now = after.of(finding.topic(), year, finding.regionCode());
                if (place <= Math.min(then, now) || place > Math.max(then, now)) {
                    return;
                }
                Brought kind = finding.withdrawn()
                        ? Brought.WITHDRAWN
                        : finding.revision() > 1 ? Brought.REVISED : Brought.ADDED;
                // The later release may leave out what the other rests on; the sign says which way.
                Map<String, Map<String, Set<Brought>>> brought =
                        byBatch.computeIfAbsent(now < then ? "-" + id : id, any -> new HashMap<>());
                for (String topic : List.of(finding.topic(), ANY)) {
                    brought.computeIfAbsent(topic, any -> new HashMap<>())
                            .computeIfAbsent(year, any -> EnumSet.noneOf(Brought.class))
                            .add(kind);
                }
            });
        }
    }

    /** Topics of each indicator, of either release; the total stands for any topic. */
    private static Map<String, List<String>> topicsOf(Edition... editions) throws IOException {
        Map<String, Set<String>> topics = new HashMap<>();
        for (Edition edition : editions) {
            byte[] json = Files.readAllBytes(edition.folder().resolve(ReleaseLayout.INDICATORS));
            for (PublishedIndicator indicator : PublishedIndicator.parse(json)) {
                topics.computeIfAbsent(indicator.id(), any -> new java.util.TreeSet<>())
                        .addAll(indicator.topics());
            }
        }
        Map<String, List<String>> lists = new HashMap<>();
        topics.forEach((indicator, of) -> lists.put(indicator, List.copyOf(of)));
        lists.put(RateColumns.TOTAL, List.of(ANY));
        return lists;
    }

    private static int placeOf(List<Batch> batches, String id) {
        for (int i = 0; i < batches.size(); i++) {
            if (batches.get(i).folder().id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private static void addIf(StringJoiner words, boolean condition, String word) {
        if (condition) {
            words.add(word);
        }
    }
}
