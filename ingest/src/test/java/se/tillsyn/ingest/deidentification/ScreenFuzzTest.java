package se.tillsyn.ingest.deidentification;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever it is given, the screen answers, and a number stays found in any surroundings. */
class ScreenFuzzTest {

    private static final LocalDate INSPECTED_ON = LocalDate.of(2023, 6, 1);
    private static final List<Place> PLACES = List.of(Place.values());

    /** Pieces that the searches look at, so that random texts come near to what they look for. */
    private static final String[] PIECES = {
        "0", "1", "19", "20", "2000", "1957", "03", "12", "-", " ", "+", "+46", "0046", "070", "08", "(", ")", "[at]",
        "@", "%40", ".", ",", "/", ":", "T", "t", "x", "Anna", "Exempel", "gatan", "väg", "mars", "okt", "SE-",
        "123 45", "\n", "\u0000", "\u00A0", "\u200B", "\u202E", "\u2013", "\u2212", "\uFF11", "\u0661", "\uD835",
        "\uDFCF", "\uD800", "é", "e\u0301", "\u20E3", "½", "①", "㍿", "\uFDFA", "\uFFFD", "\uFFFF", "\u2460", "A", "z"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void fault13_theScreenNeverThrows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 30_000; i++) {
            String text = randomText(random);
            Place place = PLACES.get(random.nextInt(PLACES.size()));
            LocalDate day = random.nextBoolean() ? INSPECTED_ON : null;
            String where = "seed " + seed + ", text number " + i;
            assertDoesNotThrow(() -> PersonalDataScreen.find(text, place, day), where);
            assertDoesNotThrow(() -> SafeName.ofFile(text, 1), where);
            // What says the same to a reader says the same to the screen.
            assertEquals(
                    PersonalDataScreen.find(text, place, day),
                    PersonalDataScreen.find(PlainText.of(text), place, day),
                    where);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void fault13_nothingIsMissedForWantOfAClue(long seed) {
        int everyClue = ~(Clues.FOREIGN | Clues.LETTERS_ONLY);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 50_000; i++) {
            String text = PlainText.of(randomText(random));
            Place place = PLACES.get(random.nextInt(PLACES.size()));
            assertEquals(
                    PersonalDataScreen.search(text, Clues.of(text) | everyClue, place, INSPECTED_ON),
                    PersonalDataScreen.find(text, place, INSPECTED_ON),
                    "seed " + seed + ", text number " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void fault13_aNumberIsFoundInAnySurroundings(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            String number = TestNumbers.PERSONAL.get(random.nextInt(TestNumbers.PERSONAL.size()));
            Spelling spelling = random.nextBoolean() ? Spelling.DASH : Spelling.LONG_DASH;
            String text = randomText(random) + " | | " + spelling.of(number) + " | | " + randomText(random);
            Place place = PLACES.get(random.nextInt(PLACES.size()));
            assertNotNull(PersonalDataScreen.find(text, place), "seed " + seed + ", text number " + i);
        }
    }

    @Test
    void fault13_aVeryLongCellIsScreenedToItsEnd() {
        for (String piece : PIECES) {
            String cell = piece.repeat(50_000 / piece.length());
            assertDoesNotThrow(() -> PersonalDataScreen.find(cell, Place.CELL));
            assertNotNull(PersonalDataScreen.find(cell + "; anna@example.se", Place.CELL));
        }
    }

    private static String randomText(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(14);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
