package se.tillsyn.analytics.register;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.ingest.commit.CommitArea;
import se.tillsyn.ingest.commit.CommittedFolder;
import se.tillsyn.ingest.commit.ContentHash;

/** A home with releases of one file each, two users and a clock that is set by hand. */
final class Scene {

    static final Instant START = Instant.parse("2026-03-01T07:00:00Z");
    static final Instant MINUTE = Instant.parse("2026-03-02T07:00:00Z");

    final Path home;
    private Instant now = START;

    Scene(Path home) {
        this.home = home;
    }

    void setClock(Instant instant) {
        now = instant;
    }

    void pass(Duration duration) {
        now = now.plus(duration);
    }

    ReleaseRegister by(String user) {
        return new ReleaseRegister(home, Clock.fixed(now, ZoneOffset.UTC), new Actor(user));
    }

    /** Makes and serves a release. */
    String publish(String user, String content) throws IOException {
        try (ReleaseRegister.Turn turn = by(user).begin()) {
            turn.refuseWhenOneWaits();
            Files.writeString(turn.staging().resolve("data"), content);
            String hash = hashOf(content);
            return turn.publish(hash, manifest(turn.sequence(), hash, null, now, content))
                    .id();
        }
    }

    /** Makes a release that waits for {@link #MINUTE}. */
    String embargo(String user, String content) throws IOException {
        ReleaseRegister register = by(user);
        List<CommittedFolder> before = register.published();
        try (ReleaseRegister.Turn turn = register.begin();
                CommitArea.Writing hidden = turn.beginHidden()) {
            Files.writeString(hidden.staging().resolve("data"), content);
            String hash = hashOf(content);
            String predecessor =
                    before.isEmpty() ? null : before.get(before.size() - 1).id();
            return turn.hide(hidden, hash, manifest(turn.sequence(), hash, predecessor, MINUTE, content), MINUTE)
                    .id();
        }
    }

    private static String hashOf(String content) {
        return ContentHash.of(content.getBytes(StandardCharsets.UTF_8)).substring(0, ContentHash.SHORT_LENGTH);
    }

    private static byte[] manifest(
            int sequence, String hash, @Nullable String predecessor, Instant publishedAt, String content) {
        LocalText text = new LocalText("", "");
        byte[] data = content.getBytes(StandardCharsets.UTF_8);
        return new Manifest(
                        Manifest.FORMAT,
                        CommittedFolder.idOf(sequence, hash),
                        sequence,
                        predecessor,
                        publishedAt.toString(),
                        new Manifest.ProfileVersion("p", 1, "h"),
                        "000001-000000000000",
                        "test",
                        "1",
                        true,
                        text,
                        text,
                        "",
                        "",
                        "",
                        text,
                        "00",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        List.of(new Manifest.PublishedFile("data", data.length, ContentHash.of(data), null)))
                .toJson();
    }

    /** What was recorded, as {@code KIND by}. */
    List<String> recorded() throws IOException {
        return new EventLog(home)
                .read().events().stream()
                        .map(event -> event.event() + " " + event.by())
                        .toList();
    }
}
