package se.tillsyn.analytics.release;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Description of a release, {@code manifest.json}: written last, names every other file with its hash.
 *
 * @param format version of the release format
 * @param release identifier, {@code <seq>-<hash12>}
 * @param sequence place in the order of releases
 * @param predecessor identifier of the release before, or {@code null} for the first
 * @param publishedAt UTC instant, ISO 8601
 * @param profile profile and its hash
 * @param batch identifier of the newest batch of the store that took part
 * @param codeVersion version of the program
 * @param methodVersion version of the methods
 * @param synthetic whether any figure rests on synthetic findings
 * @param name what the atlas is called
 * @param publisher who publishes
 * @param contact address of a function
 * @param licence SPDX identifier
 * @param licenceUrl where the licence stands
 * @param disclaimer what the statistics are not
 * @param nation code of the top region
 * @param levels region levels from the top down
 * @param periods years with findings, ascending
 * @param notes what must be said beside the figures (rules by which sources were read)
 * @param sources sources and licences of what the release carries
 * @param thresholds disclosure thresholds and their reasons
 * @param held where findings that came late are held back; none where the manifest does not say
 * @param files every file but this one, by path
 */
public record Manifest(
        int format,
        String release,
        int sequence,
        @Nullable String predecessor,
        String publishedAt,
        ProfileVersion profile,
        String batch,
        String codeVersion,
        String methodVersion,
        boolean synthetic,
        LocalText name,
        LocalText publisher,
        String contact,
        String licence,
        String licenceUrl,
        LocalText disclaimer,
        String nation,
        List<String> levels,
        List<String> periods,
        List<LocalText> notes,
        List<Source> sources,
        Map<String, Threshold> thresholds,
        @Nullable List<Held> held,
        List<PublishedFile> files) {

    /** Version of the release format written now. */
    public static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public Manifest {
        levels = List.copyOf(levels);
        periods = List.copyOf(periods);
        notes = List.copyOf(notes);
        sources = List.copyOf(sources);
        thresholds = new TreeMap<>(thresholds);
        held = held == null ? List.of() : List.copyOf(held);
        files = List.copyOf(files);
    }

    /** A release that holds nothing back. */
    public Manifest(
            int format,
            String release,
            int sequence,
            @Nullable String predecessor,
            String publishedAt,
            ProfileVersion profile,
            String batch,
            String codeVersion,
            String methodVersion,
            boolean synthetic,
            LocalText name,
            LocalText publisher,
            String contact,
            String licence,
            String licenceUrl,
            LocalText disclaimer,
            String nation,
            List<String> levels,
            List<String> periods,
            List<LocalText> notes,
            List<Source> sources,
            Map<String, Threshold> thresholds,
            List<PublishedFile> files) {
        this(
                format,
                release,
                sequence,
                predecessor,
                publishedAt,
                profile,
                batch,
                codeVersion,
                methodVersion,
                synthetic,
                name,
                publisher,
                contact,
                licence,
                licenceUrl,
                disclaimer,
                nation,
                levels,
                periods,
                notes,
                sources,
                thresholds,
                List.of(),
                files);
    }

    /** Which profile, in which state. */
    public record ProfileVersion(String id, int version, String hash) {}

    /** Where something in the release comes from. */
    public record Source(LocalText text, String licence) {}

    /** A threshold and why it stands where it does. */
    public record Threshold(int value, LocalText reason) {}

    /**
     * Where findings that came late are held back, since what they add would tell too much.
     *
     * @param topic code
     * @param year calendar year in which operations were inspected
     * @param region with all regions below it
     * @param batch figures are of what was known after this batch
     * @param since publication of the first release that held any of them
     */
    public record Held(String topic, String year, String region, String batch, String since) {}

    /** Where findings that came late are held back. */
    public List<Held> heldBack() {
        return held == null ? List.of() : held;
    }

    /** One file of the release; {@code rows} is {@code null} for what is no table. */
    public record PublishedFile(
            String path,
            long bytes,
            String sha256,
            @Nullable Long rows) {}

    /** Hash of each file by path, sorted. */
    public SortedMap<String, String> hashes() {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (PublishedFile file : files) {
            hashes.put(file.path(), file.sha256());
        }
        return hashes;
    }

    public byte[] toJson() {
        return JSON.writeValueAsBytes(this);
    }

    /** @throws tools.jackson.core.JacksonException when the text is not a manifest of this format */
    public static Manifest parse(byte[] json) {
        return JSON.readValue(json, Manifest.class);
    }
}
