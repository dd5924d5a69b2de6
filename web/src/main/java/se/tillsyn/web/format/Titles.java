package se.tillsyn.web.format;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import se.tillsyn.web.dataset.Dataset;
import se.tillsyn.web.dataset.DatasetTexts;
import se.tillsyn.web.dataset.Dimension;
import se.tillsyn.web.dataset.Slice;
import se.tillsyn.web.language.Language;

/** What tables are called. */
public final class Titles {

    private Titles() {}

    /** A dataset: what, by what, which times. */
    public static String of(Dataset dataset, Language language) {
        List<Dimension> by =
                dataset.dimensions().subList(0, dataset.dimensions().size() - 2);
        return by(dataset, by, language) + ". " + times(dataset);
    }

    /** A slice: what, by what. */
    static String of(Slice slice, Language language) {
        List<Dimension> by = slice.parts().stream().map(Slice.Part::dimension).toList();
        return by(slice.dataset(), by, language);
    }

    private static String times(Dataset dataset) {
        List<String> times =
                dataset.time().values().stream().map(value -> value.code()).toList();
        String first = times.get(0);
        String last = times.get(times.size() - 1);
        return first.equals(last) ? first : first + "–" + last;
    }

    private static String by(Dataset dataset, List<Dimension> dimensions, Language language) {
        List<String> names = dimensions.stream()
                .map(dimension -> language.of(dimension.label()).toLowerCase(Locale.ROOT))
                .toList();
        String last = names.get(names.size() - 1);
        String listed = names.size() == 1
                ? last
                : names.subList(0, names.size() - 1).stream().collect(Collectors.joining(", "))
                        + ' '
                        + language.of(DatasetTexts.of("title.and"))
                        + ' '
                        + last;
        return language.of(dataset.title()) + ' ' + language.of(DatasetTexts.of("title.by")) + ' ' + listed;
    }
}
