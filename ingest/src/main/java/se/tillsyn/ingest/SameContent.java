package se.tillsyn.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.layout.Layout;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.BatchManifest;

/**
 * Which contents the store has taken in. The same bytes read by another layout or judged by another state of the profile
 * are another content: a mended code list is a reason to read a file again.
 */
final class SameContent {

    private final Map<String, String> batchBySha256 = new HashMap<>();
    private final Set<Long> sizes = new HashSet<>();

    SameContent(List<Batch> batches, Layout layout, Profile profile) {
        for (Batch batch : batches) {
            if (!batch.manifest().profile().hash().equals(profile.hash())) {
                continue;
            }
            for (BatchManifest.Input input : batch.manifest().inputs()) {
                if (input.layout().equals(layout.id())) {
                    batchBySha256.putIfAbsent(input.sha256(), batch.folder().id());
                    sizes.add(input.bytes());
                }
            }
        }
    }

    /** Whether any content of this size was taken in, so that the hash must tell. */
    boolean hasSize(long bytes) {
        return sizes.contains(bytes);
    }

    /** The batch that took the content in, or {@code null}. */
    @Nullable
    String batchOf(String sha256) {
        return batchBySha256.get(sha256);
    }
}
