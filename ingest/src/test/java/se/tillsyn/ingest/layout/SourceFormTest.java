package se.tillsyn.ingest.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFormTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            dd/MM/yyyy, 31/01/2024, 2024-01-31
            dd/MM/yyyy, 29/02/2024, 2024-02-29
            dd/MM/yyyy, 29/02/2023, -
            dd/MM/yyyy, 31/04/2024, -
            dd/MM/yyyy, 01/13/2024, -
            dd/MM/yyyy, 1/2/2024,   -
            dd/MM/yyyy, 01/02/24,   -
            dd/MM/yyyy, 2024-02-01, -
            dd/MM/yyyy, 01/02/2024x, -
            dd/MM/yyyy, ' 01/02/2024', -
            dd/MM/yyyy, 01/02/+2024, -
            dd/MM/yyyy, 01-02-2024, -
            dd/MM/yyyy, ０１/０２/２０２４, -
            MM/dd/yyyy, 01/31/2024, 2024-01-31
            MM/dd/yyyy, 31/01/2024, -
            d/M/yyyy,   1/2/2024,   2024-02-01
            d/M/yyyy,   01/02/2024, 2024-02-01
            d/M/yyyy,   001/2/2024, -
            d/M/yyyy,   -1/2/2024,  -
            M/d/yyyy,   1/2/2024,   2024-01-02
            d.M.yyyy,   1.2.2024,   2024-02-01
            dd.MM.yyyy, 01.02.2024, 2024-02-01
            dd-MM-yyyy, 01-02-2024, 2024-02-01
            yyyy/MM/dd, 2024/02/01, 2024-02-01
            yyyyMMdd,   20240201,   2024-02-01
            yyyyMMdd,   20240230,   -
            yyyyMMdd,   2024021,    -
            yyyyMMdd,   120240201,  -
            yyyy-MM-dd, 2024-02-01, 2024-02-01
            yyyy-MM-dd, 0000-01-01, 0000-01-01
            """)
    void fault08_readsADayByItsPatternAndRollsNoneOver(String pattern, String text, String expected) {
        DateForm form = DateForm.of(pattern);
        assertNotNull(form, pattern);
        assertEquals(expected, form.contractText(text));
    }

    @ParameterizedTest
    @CsvSource({"dd/MM/yy", "yyyy", "dd MMM yyyy", "yyyy-MM-dd HH:mm", "dd/mm/yyyy", "''"})
    void knowsNoPatternThatCouldMeanTwoDays(String pattern) {
        assertNull(DateForm.of(pattern));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            COMMA | 1,5       | 1.5
            COMMA | 15        | 15
            COMMA | 1.234     | -
            COMMA | 1.234,5   | -
            COMMA | 1,234,567 | -
            POINT | 1.5       | 1.5
            POINT | 1,234     | -
            POINT | 1.234.567 | -
            """)
    void fault06_guessesNoThousands(DecimalSign sign, String text, String expected) {
        assertEquals(expected, sign.contractText(text));
    }

    /** Products by hand; 0.1 × 3 is 0.30000000000000004 in binary. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2,       7,      1,   14
            0.1,     3,      1,   0.3
            1.5,     7,      1,   10.5
            -2,      7,      1,   -14
            0,       7,      1,   0
            36,      1,      24,  1.5
            1,       1,      3,   0.333333
            2,       1,      3,   0.666667
            0.0000005, 1,    10,  0
            1.50,    1,      1,   1.50
            10,      30.4375, 1,  304.375
            999999999999999, 7, 1, -
            <5,      7,      1,   -
            1e3,     7,      1,   -
            007,     7,      1,   -
            NaN,     7,      1,   -
            '１２',  7,      1,   -
            1234567890123456, 1, 1, -
            """)
    void fault06_multipliesInDecimals(String number, String factor, String divisor, String expected) {
        UnitFactor unit = new UnitFactor("DAYS", new BigDecimal(factor), new BigDecimal(divisor));
        assertEquals(expected, unit.convert(number));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            1,     DEFICIENT
            2,     DEFICIENT
            '2,5', -
            3,     MET
            5,     MET
            5.0,   -
            6,     -
            0,     -
            -1,    -
            x,     -
            '',    -
            """)
    void givesACodeToNumbersInARangeOnly(String text, String expected) {
        Scale scale = new Scale(
                DecimalSign.COMMA,
                List.of(
                        new Scale.Step(BigDecimal.ONE, BigDecimal.valueOf(2), "DEFICIENT"),
                        new Scale.Step(BigDecimal.valueOf(3), BigDecimal.valueOf(5), "MET")));
        assertEquals(expected, scale.codeOf(text));
    }
}
