package se.tillsyn.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileRuleTest {

    @ParameterizedTest
    @EnumSource(FileRule.class)
    void everyRuleIsDocumentedAndSaysTheSameInBothLanguages(FileRule rule) throws Exception {
        String readme = Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);
        assertTrue(
                Pattern.compile("[| ]" + rule.name() + "[, ]").matcher(readme).find(), "not in the README");
        assertEquals(places(rule.text().sv()), places(rule.text().en()));
    }

    @ParameterizedTest
    @EnumSource(FileRule.class)
    void everyMessageFillsItsPlacesOnALineAndOnNone(FileRule rule) {
        for (long line : new long[] {0, 7}) {
            String detail = rule == FileRule.FOREIGN_TYPE ? ForeignType.ZIP.name() : "word";
            FileDefect defect = new FileDefect(rule, line, 3, "column", detail, 4, 5);
            for (String text : Set.of(defect.message().sv(), defect.message().en())) {
                assertFalse(text.contains("{"), text);
                assertTrue(text.substring(0, 1).equals(text.substring(0, 1).toUpperCase(Locale.ROOT)), text);
            }
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Pattern.compile("\\{\\w+}").matcher(text).results().forEach(match -> places.add(match.group()));
        return places;
    }
}
