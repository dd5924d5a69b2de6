package se.tillsyn.ingest.profile;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.commit.ContentHash;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A loaded, checked profile. */
public final class Profile {

    private static final List<String> COMMON_COLUMNS = List.of("code", "name_sv", "name_en", "valid_from", "valid_to");

    private final ProfileFiles files;
    private final ProfileDescription description;
    private final Map<CodeListName, CodeList> codeLists;
    private final IndicatorList indicators;
    private final Regions regions;
    private final String hash;

    private Profile(
            ProfileFiles files,
            ProfileDescription description,
            Map<CodeListName, CodeList> codeLists,
            IndicatorList indicators,
            Regions regions,
            String hash) {
        this.files = files;
        this.description = description;
        this.codeLists = codeLists;
        this.indicators = indicators;
        this.regions = regions;
        this.hash = hash;
    }

    /**
     * Loads and checks a profile.
     *
     * @param nameOrFolder name of a built-in profile, or the path of a folder with {@code profile.yaml}
     * @throws ProfileException when anything in it is missing, unknown or inconsistent
     */
    public static Profile load(String nameOrFolder) {
        ProfileFiles files = ProfileFiles.of(nameOrFolder);
        SortedMap<String, String> hashes = new TreeMap<>();
        byte[] yaml = files.read("profile.yaml");
        hashes.put("profile.yaml", ContentHash.of(yaml));
        ProfileDescription description = parse(nameOrFolder, yaml);
        Map<CodeListName, CodeList> lists = new EnumMap<>(CodeListName.class);
        for (CodeListName name : CodeListName.values()) {
            String path = description.codeLists().get(name.key());
            if (path == null) {
                throw new ProfileException(
                        "Profile " + nameOrFolder + ", profile.yaml: code_lists lacks " + name.key());
            }
            byte[] csv = files.read(path);
            hashes.put(path, ContentHash.of(csv));
            lists.put(name, readCodeList(name, path, csv));
        }
        YamlKey listed = YamlKey.of("profile.yaml", yaml).child("indicators");
        if (listed.absent()) {
            throw listed.wrong("the paths of the indicator files");
        }
        List<Indicator> indicators = new ArrayList<>();
        for (String path : description.indicators()) {
            byte[] indicator = files.read(path);
            hashes.put(path, ContentHash.of(indicator));
            indicators.add(IndicatorFile.read(path, indicator, name -> listOf(lists, name)));
        }
        List<String> others = new ArrayList<>(description.maps().values());
        others.addAll(description.layouts());
        others.add(description.regionGroupMembers());
        others.add(description.similarRegions());
        others.add(description.eligibleOperations());
        for (String path : others) {
            if (!path.isEmpty()) {
                hashes.put(path, ContentHash.of(files.read(path)));
            }
        }
        Regions regions = new Regions(listOf(lists, CodeListName.REGIONS), description.levels());
        regions.codes().get(description.nation());
        return new Profile(
                files,
                description,
                lists,
                new IndicatorList(indicators, listOf(lists, CodeListName.TOPICS)),
                regions,
                ContentHash.ofAll(hashes));
    }

    private static CodeList listOf(Map<CodeListName, CodeList> lists, CodeListName name) {
        CodeList list = lists.get(name);
        if (list == null) {
            throw new IllegalStateException("every code list is loaded");
        }
        return list;
    }

    public ProfileDescription description() {
        return description;
    }

    public CodeList codes(CodeListName name) {
        return listOf(codeLists, name);
    }

    /** Every indicator, in the order of their ids. */
    public List<Indicator> indicators() {
        return indicators.all();
    }

    /**
     * The one indicator that measures a topic.
     *
     * @throws ProfileException when the profile has no such topic
     */
    public Indicator indicatorOf(String topic) {
        return indicators.ofTopic(topic);
    }

    public Regions regions() {
        return regions;
    }

    /** SHA-256 over every file of the profile that takes part in results. */
    public String hash() {
        return hash;
    }

    /** Bytes of a file of the profile, by its path inside it. */
    public byte[] file(String path) {
        return files.read(path);
    }

    /** Rows of a plain CSV file of the profile, as maps from column name to field; empty when the path is empty. */
    public List<Map<String, String>> rows(String path) {
        return path.isEmpty() ? List.of() : readRows(path, files.read(path));
    }

    private static ProfileDescription parse(String profile, byte[] yaml) {
        YAMLMapper mapper = YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            ProfileDescription description = mapper.readValue(yaml, ProfileDescription.class);
            if (description == null) {
                throw new ProfileException("Profile " + profile + ", profile.yaml: the file is empty");
            }
            return description;
        } catch (JacksonException e) {
            throw new ProfileException("Profile " + profile + ", profile.yaml: " + e.getOriginalMessage(), e);
        }
    }

    private static CodeList readCodeList(CodeListName name, String path, byte[] csv) {
        List<Map<String, String>> rows = readRows(path, csv);
        if (rows.isEmpty()) {
            throw new ProfileException(path + ": expected at least one code, found none");
        }
        List<String> columns = new ArrayList<>(rows.get(0).keySet());
        if (columns.size() < COMMON_COLUMNS.size()
                || !columns.subList(0, COMMON_COLUMNS.size()).equals(COMMON_COLUMNS)) {
            throw new ProfileException(path + ": expected the first columns " + String.join(",", COMMON_COLUMNS));
        }
        List<String> attributes = columns.subList(COMMON_COLUMNS.size(), columns.size());
        List<Code> codes = new ArrayList<>();
        for (Map<String, String> row : rows) {
            Map<String, String> values = new LinkedHashMap<>();
            for (String attribute : attributes) {
                String value = row.getOrDefault(attribute, "");
                if (!value.isEmpty()) {
                    values.put(attribute, value);
                }
            }
            String code = row.getOrDefault("code", "");
            codes.add(new Code(
                    code,
                    row.getOrDefault("name_sv", ""),
                    row.getOrDefault("name_en", ""),
                    day(path, code, row.getOrDefault("valid_from", "")),
                    day(path, code, row.getOrDefault("valid_to", "")),
                    values));
        }
        return new CodeList(name, attributes, codes);
    }

    private static @Nullable LocalDate day(String path, String code, String field) {
        try {
            return field.isEmpty() ? null : LocalDate.parse(field);
        } catch (DateTimeParseException e) {
            throw new ProfileException(path + ", code " + code + ": expected a date yyyy-MM-dd", e);
        }
    }

    private static List<Map<String, String>> readRows(String path, byte[] csv) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.STRICT)
                .missingFieldStrategy(FieldMismatchStrategy.STRICT)
                .ofNamedCsvRecord(new String(csv, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : reader) {
                rows.add(row.getFieldsAsMap());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (de.siegmar.fastcsv.reader.CsvParseException e) {
            throw new ProfileException(path + ": not a well-formed CSV file", e);
        }
        return rows;
    }
}
