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
                named("value_units"),
                listed("region_groups")
                        ? list(
                                "region_groups",
                                row -> group(row, release.manifest().nation()))
                        : new CodeList<>(List.of()),
                listed("offices") ? named("offices") : new CodeList<>(List.of()),
                groups(),
                similar());
    }

    /** Lists that not every profile has. */
    private boolean listed(String name) {
        return Files.isRegularFile(release.file(ReleaseLayout.codeList(name)));
    }

    private static Region group(NamedCsvRecord row, String nation) {
        return new Region(row.getField("code"), text(row, "name"), ReleaseCodes.GROUP_LEVEL, nation, "");
    }

    private Map<String, String> groups() throws IOException {
        Map<String, String> groups = new HashMap<>();
        for (String[] pair : pairs("region_group_members", "region", "group")) {
            groups.put(pair[0], pair[1]);
        }
        return Map.copyOf(groups);
    }

    private Map<String, List<String>> similar() throws IOException {
        Map<String, List<String>> similar = new HashMap<>();
        for (String[] pair : pairs("similar_regions", "region", "similar_region")) {
            similar.computeIfAbsent(pair[0], region -> new ArrayList<>()).add(pair[1]);
        }
        similar.replaceAll((region, others) -> List.copyOf(others));
        return Map.copyOf(similar);
    }

    private List<String[]> pairs(String name, String first, String second) throws IOException {
        List<String[]> pairs = new ArrayList<>();
        if (listed(name)) {
            Path file = release.file(ReleaseLayout.codeList(name));
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
                for (NamedCsvRecord row : rows) {
                    pairs.add(new String[] {row.getField(first), row.getField(second)});
                }
            }
        }
        return pairs;
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
                indicator.conditions() != null,
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
