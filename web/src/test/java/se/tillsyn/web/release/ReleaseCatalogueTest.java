package se.tillsyn.web.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

final class ReleaseCatalogueTest {

    private static final Duration NEVER = Duration.ofDays(1);

    @TempDir
    Path home;

    private final TickingClock clock = new TickingClock();
    private ReleaseCatalogue catalogue;

    @AfterEach
    void close() {
        if (catalogue != null) {
            catalogue.close();
        }
    }

    @Test
    void servesWhatCurrentNames() throws IOException {
        String first = SmallRelease.publish(home, 1);
        open();
        assertThat(catalogue.current().id()).isEqualTo(first);
        assertThat(catalogue.alarm()).isEmpty();
        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void takesUpANewReleaseWhileAReaderKeepsTheOld() throws IOException {
        SmallRelease.publish(home, 1);
        open();
        PublishedRelease held = catalogue.current();
        String second = SmallRelease.publish(home, 2);
        catalogue.refresh();
        assertThat(catalogue.current().id()).isEqualTo(second);
        assertThat(held.total("BEHOVSBEDOMNING", "17", "2016").cases().rate()).isEqualTo(78 / 96.0);
    }

    @Test
    void goesBackWhenCurrentDoes() throws IOException {
        String first = SmallRelease.publish(home, 1);
        SmallRelease.publish(home, 2);
        open();
        ReleaseWriter.serve(home, first);
        catalogue.refresh();
        assertThat(catalogue.current().id()).isEqualTo(first);
        assertThat(catalogue.alarm()).isEmpty();
    }

    @Test
    void keepsTheReleaseServedAndRaisesTheAlarmWhenTheNewOneIsDamaged() throws IOException {
        String first = SmallRelease.publish(home, 1);
        open();
        String second = SmallRelease.publish(home, 2);
        damage(second);
        catalogue.refresh();
        assertThat(catalogue.current().id()).isEqualTo(first);
        assertThat(catalogue.alarm()).hasValue("CURRENT names " + second + ", which is damaged or not public yet");
        assertThat(health().getStatus()).isEqualTo(ReleaseHealth.ALARM);
    }

    @Test
    void fallsBackToTheNewestThatCanBeVerified() throws IOException {
        SmallRelease.publish(home, 1);
        String second = SmallRelease.publish(home, 2);
        String third = SmallRelease.publish(home, 3);
        damage(third);
        open();
        assertThat(catalogue.current().id()).isEqualTo(second);
        assertThat(catalogue.alarm()).isPresent();
    }

    @Test
    void takesUpARestoredReleaseAfterAMinute() throws IOException {
        SmallRelease.publish(home, 1);
        String second = SmallRelease.publish(home, 2);
        Path file = damage(second);
        open();
        Files.writeString(file, "{}\n");
        catalogue.refresh();
        assertThat(catalogue.alarm()).isPresent();
        clock.now = clock.now.plus(Duration.ofMinutes(2));
        catalogue.refresh();
        assertThat(catalogue.current().id()).isEqualTo(second);
        assertThat(catalogue.alarm()).isEmpty();
    }

    @Test
    void servesNothingBeforeItsTime() throws IOException {
        String first = SmallRelease.publish(home, 1);
        String second = SmallRelease.write(home, new ReleaseWriter.Identity(2, "2026-12-24T07:00:00Z", true), 77);
        ReleaseWriter.serve(home, second);
        open();
        assertThat(catalogue.current().id()).isEqualTo(first);
        assertThat(catalogue.publishedUpTo(catalogue.current())).containsExactly(first);
        assertThat(catalogue.find(second, catalogue.current())).isEmpty();
        clock.now = Instant.parse("2026-12-24T07:00:01Z");
        catalogue.refresh();
        assertThat(catalogue.current().id()).isEqualTo(second);
    }

    @Test
    void saysWhenThereIsNoneAndTakesUpTheFirst() throws IOException {
        open();
        assertThatThrownBy(catalogue::current).isInstanceOf(NoReleaseException.class);
        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
        String first = SmallRelease.publish(home, 1);
        catalogue.refresh();
        assertThat(catalogue.current().id()).isEqualTo(first);
    }

    @Test
    void findsOlderReleasesButNoDamagedOnes() throws IOException {
        String first = SmallRelease.publish(home, 1);
        String second = SmallRelease.publish(home, 2);
        String third = SmallRelease.publish(home, 3);
        damage(second);
        open();
        PublishedRelease served = catalogue.current();
        assertThat(catalogue.publishedUpTo(served)).containsExactly(third, second, first);
        assertThat(catalogue.find(first, served)).isPresent();
        assertThat(catalogue.find(second, served)).isEmpty();
        assertThat(catalogue.find("../etc", served)).isEmpty();
    }

    @Test
    void refusesAReleaseWithoutIndicators() throws IOException {
        ReleaseWriter.Identity identity = new ReleaseWriter.Identity(1, "2026-11-02T07:00:00Z", true);
        new ReleaseWriter(home, identity).finish(List.of("nation", "county"), SmallRelease.PERIODS);
        assertThatThrownBy(() -> ReleaseLoader.load(home.resolve("releases").resolve(identity.id())))
                .hasMessageStartingWith("Release " + identity.id() + ", file indicators.json: the file is missing.");
    }

    @Test
    void refusesAReleaseWhoseIndicatorsLackATopic() throws IOException {
        ReleaseWriter.Identity identity = new ReleaseWriter.Identity(1, "2026-11-02T07:00:00Z", true);
        new ReleaseWriter(home, identity)
                .text("codelists/regions.csv", "code,name_sv,name_en,level,parent\n00,Riket,Sweden,nation,\n")
                .text("codelists/topics.csv", "code,name_sv,name_en,group\nT,Krav,Criterion,G\n")
                .text("indicators.json", "[]")
                .finish(List.of("nation", "county"), SmallRelease.PERIODS);
        assertThatThrownBy(() -> ReleaseLoader.load(home.resolve("releases").resolve(identity.id())))
                .hasMessageContaining("file indicators.json: it has no indicator of the topic T.");
    }

    private Path damage(String release) throws IOException {
        Path file = home.resolve("releases").resolve(release).resolve("datapackage.json");
        Files.writeString(file, "{ }");
        return file;
    }

    private void open() {
        catalogue = new ReleaseCatalogue(home, NEVER, clock);
        // The first look is made aside; what a test does next must not come before it.
        assertThat(catalogue.served().isPresent() || catalogue.alarm().isPresent())
                .isTrue();
    }

    private Health health() {
        return new ReleaseHealth(catalogue).health();
    }

    /** A clock that is set by hand. */
    private static final class TickingClock extends Clock {

        private Instant now = Instant.parse("2026-11-22T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
