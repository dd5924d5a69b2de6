package se.tillsyn.web.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The further tables, read from the drawn release as its files hold them. */
final class ReleaseTableTest {

    @TempDir
    Path home;

    private PublishedRelease release() throws IOException {
        String id = SmallRelease.publish(home, 1);
        return ReleaseLoader.load(home.resolve("releases").resolve(id));
    }

    @Test
    void findsARowByItsCodes() throws IOException {
        ReleaseTable comparisons = release().table(TableKind.COMPARISONS, "county");
        ReleaseTable.Row row = comparisons.find("BEHOVSBEDOMNING", "17", "2016").orElseThrow();
        assertThat(row.real("difference")).isEqualTo(0.66);
        assertThat(row.text("funnel")).isEqualTo("high_998");
        assertThat(row.flag("unlike_basis")).isTrue();
        assertThat(row.whole("rank")).isEqualTo(-1);
        assertThat(row.has("rank")).isFalse();
        assertThat(comparisons
                        .find("BEHOVSBEDOMNING", "20", "2016")
                        .orElseThrow()
                        .flag("unlike_basis"))
                .isFalse();
        assertThat(comparisons.find("BEHOVSBEDOMNING", "25", "2016")).isEmpty();
        assertThat(comparisons.find("BEHOVSBEDOMNING", "17")).isEmpty();
    }

    @Test
    void listsRowsUnderTheFirstCodes() throws IOException {
        ReleaseTable comparisons = release().table(TableKind.COMPARISONS, "county");
        assertThat(comparisons.under("BEHOVSBEDOMNING"))
                .extracting(row -> row.text("region"))
                .containsExactly("17", "20");
        assertThat(comparisons.under("OKAND")).isEmpty();
        assertThat(comparisons.rows()).hasSize(2);
    }

    @Test
    void keepsNothingOfAWithheldFigure() throws IOException {
        ReleaseTable.Row wait = release()
                .table(TableKind.WAITS, "county")
                .find("PSYK_VANTETID", "20", "2016", "TOTAL", "TOTAL")
                .orElseThrow();
        assertThat(wait.text("status")).isEqualTo("c");
        assertThat(wait.real("median")).isNaN();
        assertThat(wait.whole("n")).isEqualTo(-1);
    }

    @Test
    void isEmptyWhereTheReleaseHasNoSuchTable() throws IOException {
        ReleaseTable none = release().table(TableKind.INEQUALITY, "municipality");
        assertThat(none.rows()).isEmpty();
        assertThat(none.find("BEHOVSBEDOMNING", "2016")).isEmpty();
    }

    @Test
    void refusesAColumnThatIsNotThere() throws IOException {
        ReleaseTable.Row row = release()
                .table(TableKind.TRENDS, "county")
                .find("BEHOVSBEDOMNING", "17")
                .orElseThrow();
        assertThatThrownBy(() -> row.real("basis")).hasMessage("column basis: expected numbers");
        assertThatThrownBy(() -> row.text("other")).hasMessage("the table has no column other");
    }

    @Test
    void tellsWhatTheRunLoadedAndWithheld() throws IOException {
        QualityFiles quality = release().quality();
        assertThat(quality.read()).isEqualTo(quality.loaded() + quality.quarantined());
        assertThat(quality.withheld().get(0).share()).isEqualTo(0.4);
        assertThat(quality.secondary()).isTrue();
    }

    @Test
    void knowsGroupsAndSimilarRegions() throws IOException {
        ReleaseCodes codes = release().codes();
        assertThat(codes.groupOf()).containsEntry("1780", "SKR-B3");
        assertThat(codes.similar().get("1715")).containsExactly("1780");
        assertThat(codes.regionGroups().all()).extracting(Region::level).containsOnly("region_group");
    }
}
