package se.tillsyn.web.release;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.DamagedReleaseException;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.PublishedIndicator;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;

/** Reads {@code codelists/*.csv} and {@code indicators.json} of a release. */
final class CodeListFiles {

    private final ReleaseFolder release;

    CodeListFiles(ReleaseFolder release) {
        this.release = release;
    }

    ReleaseCodes read() throws IOException {
        Map<String, PublishedIndicator> indicators = indicators();
        return new ReleaseCodes(
                list("regions", CodeListFiles::region),
                list("topics", row -> topic(row, indicators)),
                named("topic_groups"),
                named("age_groups"),
                named("operation_types"),
                named("observed_units"),
                named("evidence"),
                named("selection_bases"),
                named("programmes"),
                named("value_units"));
    }

    CodeList<Code.Named> named(String name) throws IOException {
        return list(name, row -> new Code.Named(row.getField("code"), text(row, "name"), text(row, "note")));
    }

    private <C extends Code> CodeList<C> list(String name, Function<NamedCsvRecord, C> entry) throws IOException {
        Path file = release.file(ReleaseLayout.codeList(name));
        List<C> entries = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                entries.add(entry.apply(row));
            }
        }
        return new CodeList<>(entries);
    }

    private static Region region(NamedCsvRecord row) {
        return new Region(
                row.getField("code"),
                text(row, "name"),
                row.getField("level"),
                row.getField("parent"),
                optional(row, "successor"));
    }

    private Map<String, PublishedIndicator> indicators() throws IOException {
        Path file = release.file(ReleaseLayout.INDICATORS);
        if (!Files.isRegularFile(file)) {
            throw damaged("the file is missing");
        }
        Map<String, PublishedIndicator> byId = new HashMap<>();
        for (PublishedIndicator indicator : PublishedIndicator.parse(Files.readAllBytes(file))) {
            byId.put(indicator.id(), indicator);
        }
        return byId;
    }

    private DamagedReleaseException damaged(String found) {
        return new DamagedReleaseException(release.manifest().release(), ReleaseLayout.INDICATORS, found);
    }

    private Topic topic(NamedCsvRecord row, Map<String, PublishedIndicator> indicators) {
        String code = row.getField("code");
        PublishedIndicator indicator = indicators.get(code);
        if (indicator == null) {
            throw new UncheckedIOException(damaged("it has no indicator of the topic " + code));
        }
        PublishedIndicator.Requirement law = indicator.requirement();
        return new Topic(
                code,
                text(row, "name"),
                row.getField("group"),
                indicator.kind(),
                indicator.polarity(),
                orEmpty(indicator.observedUnit()),
                orEmpty(indicator.evidence()),
                orEmpty(law.law()),
                orEmpty(law.validTo()),
                law.status(),
                indicator.breaks().stream().map(PublishedIndicator.Break::on).toList(),
                indicator.definition());
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static LocalText text(NamedCsvRecord row, String column) {
        return new LocalText(optional(row, column + "_sv"), optional(row, column + "_en"));
    }

    private static String optional(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("");
    }
}
