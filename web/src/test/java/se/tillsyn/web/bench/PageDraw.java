package se.tillsyn.web.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.ReleaseCodes;
import se.tillsyn.web.release.ReleaseTables;
import se.tillsyn.web.release.Topic;

/**
 * Draws addresses of pages: every kind is as likely as every other, and so is each language; a page that takes filters
 * has each of them in one draw of three. The same seed draws the same addresses.
 */
final class PageDraw implements Supplier<String> {

    private static final List<String> ORDERS = List.of("code", "rate");
    private static final List<String> MAPS = List.of("tiles", "fine");
    private static final List<String> FIXED = List.of(
            "|",
            "indikatorer|indicators",
            "regioner|regions",
            "utgavor|releases",
            "data|data",
            "metod|method",
            "kvalitet|quality",
            "ordlista|glossary",
            "tillganglighet|accessibility",
            "om|about");

    private final Random random;
    private final String release;
    private final List<String> periods;
    private final List<Topic> topics;
    /** Topics with figures of their own; those without have no frame, no comparison and no inequality. */
    private final List<String> rated;

    private final List<String> regions;
    private final List<String> counties;
    private final List<String> ages;
    private final List<String> types;
    private final List<String> words = new ArrayList<>();
    private final List<Supplier<String>> kinds = new ArrayList<>();

    PageDraw(ReleaseTables source, long seed) {
        ReleaseCodes codes = source.codes();
        List<String> levels = source.manifest().levels();
        random = new Random(seed);
        release = source.manifest().release();
        periods = source.manifest().periods();
        topics = codes.topics().all();
        rated = topics.stream().filter(Topic::hasRate).map(Topic::code).toList();
        counties = codes.regionsOf(levels.get(1)).stream().map(Region::code).toList();
        regions = new ArrayList<>();
        levels.forEach(level -> codes.regionsOf(level).forEach(region -> regions.add(region.code())));
        ages = codes.ageGroups().all().stream().map(Code::code).toList();
        types = codes.operationTypes().all().stream().map(Code::code).toList();
        codes.regionsOf(levels.get(1)).forEach(region -> words.add(region.name().sv()));
        topics.forEach(topic -> words.add(topic.name().en()));
        FIXED.forEach(name -> kinds.add(() -> page(name)));
        kinds.add(() -> page("utgavor/" + release + "|releases/" + release));
        kinds.add(() -> page("utgavor/" + release + "/andringar|releases/" + release + "/changes"));
        kinds.add(() -> page("data/rates|data/rates"));
        kinds.add(this::search);
        kinds.add(() -> topic("indikator/%s|indicator/%s", any(topics).code()));
        kinds.add(() -> topic("inbaddad/%s|embedded/%s", any(rated)));
        kinds.add(() -> named("region/%s|region/%s", any(regions)) + query(maybe("period", periods)));
        kinds.add(this::comparison);
        kinds.add(() -> page("ojamlikhet|inequality") + query(maybe("level", levels.subList(1, levels.size()))));
        kinds.add(this::inequality);
        kinds.add(() ->
                page("vantetider|waits") + query(maybe("period", periods), maybe("age", ages), maybe("type", types)));
    }

    @Override
    public String get() {
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    /** Addresses drawn once, asked for again and again: what a crowd does that follows the same links. */
    Supplier<String> crowd(int addresses) {
        List<String> drawn = Stream.generate(this).limit(addresses).toList();
        return () -> any(drawn);
    }

    /** How many kinds of pages are drawn from. */
    int kinds() {
        return kinds.size();
    }

    private String topic(String names, String code) {
        return named(names, code)
                + query(
                        maybe("region", random.nextInt(4) == 0 ? regions : counties),
                        maybe("period", periods),
                        maybe("age", ages),
                        maybe("type", types),
                        maybe("sort", ORDERS),
                        maybe("map", MAPS));
    }

    private String comparison() {
        List<String> chosen = new ArrayList<>();
        while (chosen.size() < 2 + random.nextInt(3)) {
            String code = any(regions);
            if (!chosen.contains(code)) {
                chosen.add(code);
            }
        }
        return page("jamfor|compare")
                + query(
                        "region=" + String.join("~", chosen),
                        random.nextBoolean() ? "topic=" + any(rated) : "",
                        maybe("period", periods));
    }

    private String inequality() {
        return named("ojamlikhet/%s|inequality/%s", any(rated)) + query(maybe("period", periods));
    }

    private String search() {
        String word = any(words);
        String part = word.substring(0, Math.min(word.length(), 4 + random.nextInt(4)))
                .strip();
        return page("sok|search") + "?q=" + URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    private String named(String names, String code) {
        return page(names.replace("%s", code));
    }

    /** A page by its names in both languages, in one of them. */
    private String page(String names) {
        int bar = names.indexOf('|');
        return random.nextBoolean() ? "/sv/" + names.substring(0, bar) : "/en/" + names.substring(bar + 1);
    }

    private String maybe(String parameter, List<String> codes) {
        return random.nextInt(3) > 0
                ? ""
                : String.format(Locale.ROOT, "%s=%s", parameter, URLEncoder.encode(any(codes), StandardCharsets.UTF_8));
    }

    private static String query(String... parameters) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (String parameter : parameters) {
            if (!parameter.isEmpty()) {
                query.add(parameter);
            }
        }
        return query.toString();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
