package se.tillsyn.web.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillsyn.web.http.UnknownCodeException;

final class SpanTest {

    private static final List<String> YEARS = List.of("2018", "2019", "2020", "2021", "2022");

    @ParameterizedTest
    @CsvSource({
        "top2, 2021, 2020~2021",
        "top1, 2022, 2022",
        "top99, 2020, 2018~2019~2020",
        "2020.., 2022, 2020~2021~2022",
        "2020.., 2021, 2020~2021",
        "2018..2019, 2022, 2018~2019",
        "2022..2022, 2021, 2022"
    })
    void holdsTheYearsThatItSays(String period, String latest, String years) {
        assertThat(Span.isOne(period)).isTrue();
        assertThat(Span.of(period, YEARS, latest).years()).containsExactly(years.split("~", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017..", "2021..2019", "2020..2023", "2022.."})
    void refusesYearsThatThereAreNot(String period) {
        assertThatThrownBy(() -> Span.of(period, YEARS, "2021")).isInstanceOf(UnknownCodeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020", "latest", "top0", "top", "top100", "..2020", "2020...", "2020-Q1"})
    void isNoOtherPeriod(String period) {
        assertThat(Span.isOne(period)).isFalse();
    }

    @Test
    void ofEveryYearHasNoCode() {
        assertThat(Span.all(YEARS).code()).isEmpty();
        assertThat(Span.all(YEARS).end()).isEqualTo("2022");
    }
}
