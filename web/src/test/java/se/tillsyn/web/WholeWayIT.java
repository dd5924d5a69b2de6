package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way by the launcher: findings in, release out, dashboard up, in a real browser. */
@Tag("browser")
final class WholeWayIT {

    private static final Path IRELAND = Launcher.ROOT.resolve("ingest/src/test/resources/profiles/ireland");

    @TempDir
    private Path folder;

    private Launcher launcher;
    private Chromium chromium;

    @BeforeEach
    void start() {
        launcher = new Launcher(folder);
        chromium = new Chromium();
    }

    @AfterEach
    void stop() throws InterruptedException {
        chromium.close();
        launcher.stop();
    }

    @Test
    void demoServesWhatItsReleaseHolds() throws Exception {
        assertThat(readme()).contains("./tillsyn demo", "./tillsyn test");
        String site = launcher.serve(List.of("demo", "--home", "data", "--findings", "60000"));
        Page page = chromium.browser().newPage(new Browser.NewPageOptions().setAcceptDownloads(true));
        page.navigate(site + "/");
        assertThat(page.locator("body").textContent()).contains("Syntetiska uppgifter");

        page.navigate(site + "/sv/indikator/KRAV_ATGARD");
        assertThat(plain(page))
                .contains("14 av 16 nämnder = 87,5 % (64,0–96,5)")
                .contains("Totalundersökning, Värmlands län");
        Chromium.follow(page, page.locator("a.language"));
        assertThat(plain(page)).contains("14 of 16 boards = 87.5% (64.0–96.5)").contains("Census");
        page.navigate(site + "/en/indicator/PLANERING");
        assertThat(plain(page)).contains("Between 9 and 16 of 16 boards: 56–100%");

        page.navigate(site + "/en/");
        Chromium.follow(page, page.getByText("Needs assessment not described").first());
        page.locator("select[name=period]").selectOption(new SelectOption().setValue("2024"));
        Chromium.follow(page, page.locator(".filter button"));
        assertThat(page.locator("canvas").isVisible()).isTrue();
        Download download =
                page.waitForDownload(() -> page.locator("#dela a").first().click());
        tableMapAndFileEqualTheRelease(page, download.path(), release("data"));
    }

    private void tableMapAndFileEqualTheRelease(Page page, Path download, Path release) throws IOException {
        Map<String, NamedCsvRecord> published = new HashMap<>();
        for (NamedCsvRecord row : rows(release.resolve("tables/rates_county.csv"))) {
            if (row.getField("topic").equals("BEHOVSBEDOMNING")
                    && row.getField("period").equals("2024")
                    && row.getField("age_group").equals("TOTAL")
                    && row.getField("operation_type").equals("TOTAL")) {
                published.put(row.getField("region"), row);
            }
        }
        assertThat(published).hasSizeGreaterThanOrEqualTo(10);
        Map<String, NamedCsvRecord> downloaded = new HashMap<>();
        for (NamedCsvRecord row : rows(download)) {
            if (row.getField("view").equals("rates")
                    && row.getField("measure").equals("case")
                    && row.getField("period").equals("2024")
                    && row.getField("age_group").equals("TOTAL")
                    && row.getField("operation_type").equals("TOTAL")) {
                downloaded.put(row.getField("region"), row);
            }
        }
        for (Map.Entry<String, NamedCsvRecord> entry : published.entrySet()) {
            NamedCsvRecord row = entry.getValue();
            String rate = row.getField("case_rate");
            String shown = rate.isEmpty() ? symbol(row.getField("case_status")) : percent(rate);
            String inTable = page.locator("tr[data-region='" + entry.getKey() + "'] td .number")
                    .first()
                    .textContent();
            String onMap = page.locator("a.area[href*='region=" + entry.getKey() + "']")
                    .first()
                    .getAttribute("aria-label");
            assertThat(inTable).as("table, " + entry.getKey()).isEqualTo(shown);
            assertThat(onMap).as("map, " + entry.getKey()).contains(shown);
            NamedCsvRecord file = downloaded.get(entry.getKey());
            assertThat(file.getField("value")).isEqualTo(rate);
            assertThat(file.getField("lower")).isEqualTo(row.getField("case_rate_lower"));
            assertThat(file.getField("upper")).isEqualTo(row.getField("case_rate_upper"));
            assertThat(file.getField("numerator")).isEqualTo(row.getField("cases_deficient"));
        }
    }

    @Test
    void stepByStepCommandsOfTheReadmeDoWhatItSays() throws Exception {
        Matcher block = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(readme());
        assertThat(block.find()).isTrue();
        assertThat(block.find()).isTrue();
        List<List<String>> commands = Arrays.stream(block.group(1).split("\n"))
                .map(line -> line.replaceFirst("#.*", "").strip())
                .map(line -> List.of(line.split(" +")))
                .toList();
        assertThat(commands).hasSize(6).allMatch(command -> command.get(0).equals("./tillsyn"));
        for (List<String> command : commands.subList(0, 5)) {
            Launcher.Ended ended = launcher.run(command.subList(1, command.size()));
            assertThat(ended.exitCode()).as(ended.output()).isZero();
        }
        assertThat(commands.get(5).subList(0, 2)).containsExactly("./tillsyn", "serve");
        String site = launcher.serve(List.of("serve"));
        Page page = chromium.browser().newPage();
        assertThat(page.navigate(site + "/en/releases").status()).isEqualTo(200);
        assertThat(plain(page)).contains(release("tillsyn-data").getFileName().toString());
    }

    @Test
    void refusesWrongCommandsAndSaysWhatWasExpected() throws Exception {
        Launcher.Ended word = launcher.run(List.of("relase"));
        assertThat(word.exitCode()).isEqualTo(2);
        assertThat(word.output()).contains("Expected one of the commands below");
        Launcher.Ended option = launcher.run(List.of("serve", "--prot", "1"));
        assertThat(option.exitCode()).isEqualTo(2);
        Launcher.Ended empty = launcher.run(List.of("release", "--home", "nothing-here"));
        assertThat(empty.exitCode()).isEqualTo(1);
        assertThat(empty.output()).contains("expected at least one batch with findings");
        assertThat(launcher.run(List.of("ingest", "no-such-file.csv")).exitCode())
                .isEqualTo(2);
    }

    /** Real inspections of another country, by another profile alone. The data lie outside the repository. */
    @Test
    void irishInspectionsGoTheWholeWay() throws Exception {
        String named = System.getenv().getOrDefault("TILLSYN_HIQA", "");
        Assumptions.assumeTrue(
                !named.isEmpty(), "skipped: set TILLSYN_HIQA to the folder with hiqa_reports_wide.csv to run it");
        Path data = Path.of(named);
        Launcher.Ended wide = irish("ingest", "hiqa-wide.yaml", data.resolve("hiqa_reports_wide.csv"));
        assertThat(wide.exitCode()).isEqualTo(3);
        assertThat(wide.output())
                .contains("read 42376")
                .contains("exact duplicate source rows: 5")
                .contains("rows without a judgement, not counted as anything: 83");
        Launcher.Ended again = irish("ingest", "hiqa-long.yaml", data.resolve("hiqa_findings_long.csv"));
        assertThat(again.output()).contains("read 42376, loaded 0, quarantined 42376");
        Launcher.Ended released =
                launcher.run(List.of("release", "--home", "ireland", "--profile", IRELAND.toString()));
        assertThat(released.exitCode()).as(released.output()).isZero();

        // Counted here from the source itself, without any of our code.
        Set<String> judged = new HashSet<>();
        Set<String> deficient = new HashSet<>();
        int fire = 0;
        int fireDeficient = 0;
        for (NamedCsvRecord row : rows(data.resolve("hiqa_findings_long.csv"))) {
            String key = row.getField("inspection_id") + " " + row.getField("topic");
            boolean notCompliant = row.getField("outcome").equals("Not compliant");
            if (judged.add(key)
                    && row.getField("topic").startsWith("Regulation_28_")
                    && row.getField("inspection_date").startsWith("2023")) {
                fire++;
                fireDeficient += notCompliant ? 1 : 0;
            }
            if (notCompliant) {
                deficient.add(key);
            }
        }
        long cases = 0;
        long deficientCases = 0;
        String fireTopic = "";
        for (NamedCsvRecord row : rows(release("ireland").resolve("tables/rates_nation.csv"))) {
            if (row.getField("age_group").equals("TOTAL")
                    && row.getField("operation_type").equals("TOTAL")) {
                cases += Long.parseLong(row.getField("cases_assessed"));
                deficientCases += Long.parseLong(row.getField("cases_deficient"));
                if (row.getField("topic").contains("28")) {
                    fireTopic = row.getField("topic");
                }
            }
        }
        assertThat(cases).isEqualTo(judged.size());
        assertThat(deficientCases).isEqualTo(deficient.size());

        String site = launcher.serve(List.of("serve", "--home", "ireland"));
        Page page = chromium.browser().newPage();
        page.navigate(site + "/en/indicator/" + fireTopic + "?period=2023");
        assertThat(plain(page)).contains(String.format(java.util.Locale.ROOT, "%d of %,d", fireDeficient, fire));
        assertThat(plain(page)).contains("Substantially compliant").doesNotContain("Synthetic data");
        Chromium.follow(page, page.locator("a.language"));
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("sv");
    }

    private Launcher.Ended irish(String command, String layout, Path file) throws IOException, InterruptedException {
        return launcher.run(List.of(
                command,
                "--home",
                "ireland",
                "--profile",
                IRELAND.toString(),
                "--layout",
                IRELAND.resolve("layouts").resolve(layout).toString(),
                file.toString()));
    }

    private static String readme() throws IOException {
        return Files.readString(Launcher.ROOT.resolve("README.md"), StandardCharsets.UTF_8);
    }

    private Path release(String home) throws IOException {
        Path releases = folder.resolve(home).resolve("releases");
        return releases.resolve(Files.readString(releases.resolve("CURRENT")).strip());
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }

    /** Text as read, with ordinary blanks. */
    private static String plain(Page page) {
        return page.locator("body").textContent().replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }

    private static String percent(String rate) {
        return new BigDecimal(rate)
                        .movePointRight(2)
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString()
                + "%";
    }

    private static String symbol(String status) {
        return status.equals("c") ? ":" : status.equals("z") ? "." : "..";
    }
}
