package se.tillsyn.analytics;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class UnexpectedFailureTest {

    private static final String CONTENT = "191212121212";

    @Test
    void namesKindsAndPlaceAndLeavesOutWhatOthersSay() {
        NoSuchElementException foreign = new NoSuchElementException("value: Finding[" + CONTENT + "]");
        String text = UnexpectedFailure.text(new UnsupportedOperationException("about " + CONTENT, foreign));
        assertFalse(text.contains(CONTENT), text);
        assertTrue(text.contains("UnsupportedOperationException, caused by java.util.NoSuchElementException"), text);
        assertTrue(text.contains("at se.tillsyn.analytics.UnexpectedFailureTest."), text);
        assertTrue(text.contains("The releases are as they were."), text);
    }

    @Test
    void tellsWhatOurOwnCodeSays() {
        String text = UnexpectedFailure.text(
                new UnsupportedOperationException(new IllegalStateException("The cube contradicts itself")));
        assertTrue(text.contains("It says: The cube contradicts itself"), text);
    }

    @Test
    void leavesOutWhatALibrarySaysInTheSameKind() {
        IllegalArgumentException foreign = null;
        try {
            Integer.parseInt(CONTENT + "x");
        } catch (NumberFormatException e) {
            foreign = e;
        }
        assertTrue(foreign != null && List.of(foreign.getStackTrace()).size() > 0);
        String text = UnexpectedFailure.text(new UnsupportedOperationException(foreign));
        assertFalse(text.contains(CONTENT), text);
    }
}
