package se.tillsyn.web.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Short names of tiles. */
class TileNamesTest {

    @Test
    void keepsShortFirstWordsAndCutsLongOnes() {
        assertThat(TileNames.of(Map.of("14", "Västra Götalands län", "04", "Södermanlands län", "12", "Skåne län")))
                .isEqualTo(Map.of("14", "Västra", "04", "Söderm.", "12", "Skåne"));
    }

    @Test
    void tellsThoseApartThatBeginAlike() {
        assertThat(TileNames.of(
                        Map.of("22", "Västernorrlands län", "24", "Västerbottens län", "19", "Västmanlands län")))
                .isEqualTo(Map.of("22", "V-norrl", "24", "V-botte", "19", "Västma."));
    }

    @Test
    void leavesTwoOfTheSameNameAsTheyAre() {
        assertThat(TileNames.of(Map.of("01", "Nordlandet A", "02", "Nordlandet B")))
                .isEqualTo(Map.of("01", "Nordla.", "02", "Nordla."));
    }
}
