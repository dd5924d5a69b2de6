package se.tillsyn.web.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.PublishedIndicator;
import se.tillsyn.analytics.release.ReleaseLayout;

/**
 * A release small enough to draw by hand. Counties 01, 17, 20 and 25 and two municipalities of 17; years 2013 to 2016.
 * In 2016, all ages and operation types together, BEHOVSBEDOMNING has a value in 17 (higher than the nation), zero in 20, a
 * withheld case rate in 25 and no row in 01. KRAV_ATGARD has no case rate, since boards are judged.
 */
public final class SmallRelease {

    public static final List<String> PERIODS = List.of("2013", "2014", "2015", "2016");

    private static final String TOTAL = "TOTAL";

    private SmallRelease() {}

    /** Writes it as a synthetic release and lets {@code CURRENT} name it. */
    public static String publish(Path home, int sequence) throws IOException {
        String id = write(home, new ReleaseWriter.Identity(sequence, "2026-11-02T07:00:00Z", true), 78);
        ReleaseWriter.serve(home, id);
        return id;
    }

    /** Writes it; {@code deficient} of 96 is Värmland's case rate of 2016, between 0.723 and 0.878. */
    public static String write(Path home, ReleaseWriter.Identity identity, int deficient) throws IOException {
        ReleaseWriter writer = new ReleaseWriter(home, identity);
        for (String[] list : CODE_LISTS) {
            writer.text("codelists/" + list[0] + ".csv", list[1]);
        }
        writer.text(ReleaseLayout.INDICATORS, INDICATORS);
        writer.text("geography/county.geojson", MAP);
        SmallTables.write(writer);
        writer.text("datapackage.json", "{}\n");
        writer.rates("nation", nation())
                .rates("county", counties(deficient))
                .rates("municipality", municipalities())
                .statements(statements())
                .finish(List.of("nation", "county", "municipality"), PERIODS);
        return identity.id();
    }

    /** The same without municipalities, map and statements, with quarters: what a profile with two levels gives. */
    public static String publishTwoLevels(Path home) throws IOException {
        ReleaseWriter.Identity identity = new ReleaseWriter.Identity(1, "2026-11-02T07:00:00Z", false);
        ReleaseWriter writer = new ReleaseWriter(home, identity);
        for (String[] list : CODE_LISTS) {
            writer.text("codelists/" + list[0] + ".csv", list[1]);
        }
        writer.text(ReleaseLayout.INDICATORS, INDICATORS)
                .rates("nation", nation())
                .rates("county", counties(78))
                .table("quarters_nation", RateRow.class, QUARTERS_NATION)
                .table("quarters_county", RateRow.class, QUARTERS_COUNTY)
                .statements(List.of())
                .finish(List.of("nation", "county"), PERIODS);
        ReleaseWriter.serve(home, identity.id());
        return identity.id();
    }

    private static final List<RateRow> QUARTERS_NATION = List.of(
            row("BEHOVSBEDOMNING", "00", "2015-Q4", TOTAL, value(50, 250, .155, .254), value(6, 16, .185, .614)),
            row("BEHOVSBEDOMNING", "00", "2016-Q1", TOTAL, value(60, 250, .191, .297), value(7, 16, .231, .668)));

    private static final List<RateRow> QUARTERS_COUNTY = List.of(
            row("BEHOVSBEDOMNING", "17", "2015-Q4", TOTAL, none("c"), value(2, 4, .15, .85)),
            row("BEHOVSBEDOMNING", "17", "2016-Q1", TOTAL, value(30, 40, .598, .858), none("u")));

    private static List<RateRow> nation() {
        List<RateRow> rows = new ArrayList<>();
        rows.add(row("BEHOVSBEDOMNING", "00", "2013", TOTAL, value(180, 1000, .157, .205), value(20, 60, .227, .459)));
        rows.add(row("BEHOVSBEDOMNING", "00", "2014", TOTAL, value(190, 1000, .167, .215), value(21, 60, .242, .476)));
        rows.add(row("BEHOVSBEDOMNING", "00", "2015", TOTAL, value(200, 1000, .176, .226), value(22, 60, .256, .493)));
        rows.add(row("BEHOVSBEDOMNING", "00", "2016", TOTAL, value(210, 1000, .186, .236), value(24, 60, .286, .526)));
        rows.add(row("BEHOVSBEDOMNING", "00", "2016", "18-25", value(90, 400, .187, .268), value(12, 40, .181, .454)));
        rows.add(row("BEHOVSBEDOMNING", "00", "2016", "18+", value(120, 600, .170, .234), value(20, 55, .249, .496)));
        rows.add(row("KRAV_ATGARD", "00", "2015", TOTAL, none("z"), value(30, 60, .377, .623)));
        rows.add(row("KRAV_ATGARD", "00", "2016", TOTAL, none("z"), value(27, 60, .331, .575)));
        return rows;
    }

    private static List<RateRow> counties(int deficient) {
        List<RateRow> rows = new ArrayList<>();
        rows.add(row("BEHOVSBEDOMNING", "17", "2014", TOTAL, value(40, 80, .393, .607), value(9, 12, .468, .911)));
        rows.add(row("BEHOVSBEDOMNING", "17", "2015", TOTAL, none("c"), value(8, 12, .391, .862)));
        rows.add(row(
                "BEHOVSBEDOMNING", "17", "2016", TOTAL, value(deficient, 96, .723, .878), value(10, 12, .552, .953)));
        rows.add(row("BEHOVSBEDOMNING", "20", "2016", TOTAL, value(0, 50, 0, .071), value(0, 6, 0, .39)));
        rows.add(row("BEHOVSBEDOMNING", "25", "2016", TOTAL, none("c"), value(1, 3, .061, .792)));
        rows.add(row("KRAV_ATGARD", "17", "2016", TOTAL, none("z"), value(7, 16, .231, .668)));
        rows.add(row("KRAV_ATGARD", "25", "2016", TOTAL, none("z"), value(3, 5, .231, .882)));
        return rows;
    }

    private static List<RateRow> municipalities() {
        return List.of(
                row("BEHOVSBEDOMNING", "1715", "2016", TOTAL, value(20, 24, .641, .933), value(2, 2, .342, 1)),
                row("BEHOVSBEDOMNING", "1780", "2016", TOTAL, none("c"), none("x")));
    }

    private static List<StatementRow> statements() {
        return List.of(
                statement("A-KRAV", "KRAV_ATGARD", "BOARD", "DEFICIENT", 16, 14, 14, .875, .875, .63977, .96502),
                statement("A-PLAN", "PLANERING", "BOARD", "DEFICIENT", 16, 9, 16, .5625, 1.0, .33179, 1.0),
                statement(
                        "A-AVTAL", "AVTAL_OKANT", "ADMINISTRATION", "DEFICIENT", null, 1, null, null, null, null, null),
                statement("A-VANTA", "PSYK_VANTETID", "PERSON", "DEFICIENT", null, null, null, null, null, null, null));
    }

    private record Figures(
            @Nullable Integer deficient,
            @Nullable Integer assessed,
            @Nullable Double rate,
            @Nullable Double lower,
            @Nullable Double upper,
            String status) {}

    private static Figures value(int deficient, int assessed, double lower, double upper) {
        return new Figures(deficient, assessed, (double) deficient / assessed, lower, upper, "");
    }

    private static Figures none(String status) {
        return new Figures(null, null, null, null, null, status);
    }

    private static RateRow row(String topic, String region, String period, String age, Figures cases, Figures units) {
        return new RateRow(
                topic,
                region,
                period,
                age,
                TOTAL,
                region.equals("00") ? "MIXED" : "THEMATIC_SAMPLE",
                cases.assessed(),
                cases.deficient(),
                cases.rate(),
                cases.lower(),
                cases.upper(),
                cases.rate() == null ? null : "clustered",
                cases.status(),
                units.assessed(),
                units.deficient(),
                units.rate(),
                units.lower(),
                units.upper(),
                units.status(),
                true);
    }

    private static StatementRow statement(
            String id,
            String topic,
            String unit,
            String outcome,
            @Nullable Integer n,
            @Nullable Integer low,
            @Nullable Integer high,
            @Nullable Double rateLow,
            @Nullable Double rateHigh,
            @Nullable Double lower,
            @Nullable Double upper) {
        return new StatementRow(
                id,
                topic,
                "17",
                "2015",
                "18+",
                "SOC_BOARD",
                "IVO-2015-VARMLAND",
                "CENSUS",
                unit,
                "CASE_FILE",
                outcome,
                n,
                low,
                high,
                null,
                rateLow,
                rateHigh,
                lower,
                upper);
    }

    private record Law(
            @Nullable String law,
            @Nullable String validTo,
            String status,
            @Nullable String changed) {}

    private static final Law NO_LAW = new Law(null, null, "NOT_STATED", null);

    private static final String[][] CODE_LISTS = {
        {"regions", """
            code,name_sv,name_en,valid_from,valid_to,level,parent,population,successor
            00,Riket,Sweden,,,nation,,,
            01,Stockholms län,Stockholm County,,,county,00,,
            17,Värmlands län,Värmland County,,,county,00,,
            1715,Kil,Kil,,,municipality,17,,
            1780,Karlstad,Karlstad,,,municipality,17,,
            20,Dalarnas län,Dalarna County,,,county,00,,
            25,Norrbottens län,Norrbotten County,,,county,00,,
            16,Skaraborgs län,Skaraborg County,,1997-12-31,county,00,,17
            """},
        {"topics", """
            code,name_sv,name_en,valid_from,valid_to,group,parent
            KRAV_ATGARD,Krav på åtgärder,Demands for measures,,,TILLSYN,
            BEHOVSBEDOMNING,Bedömningen av behov är inte beskriven,Needs assessment not described,,,BEHOV,
            PLANERING,Planering av insatserna saknas,Planning of the measures missing,,,BEHOV,
            AVTAL_OKANT,Samverkansavtalet är inte känt,Cooperation agreement not known,,,BEHOV,
            PSYK_VANTETID,Väntetid till vuxenpsykiatrin,Wait for adult psychiatry,,,BEHOV,
            """},
        {"topic_groups", """
            code,name_sv,name_en,valid_from,valid_to
            TILLSYN,Tillsynens utfall,Outcome of the inspection,,
            BEHOV,"Behov, planering och uppföljning","Needs, planning and follow-up",,
            """},
        {"age_groups", """
            code,name_sv,name_en,valid_from,valid_to,age_from,age_to,analysis_band
            18-25,18–25 år,Ages 18–25,,,18,25,18-25
            18+,"Vuxna, 18 år och äldre","Adults, 18 and over",,,18,,
            """},
        {"operation_types", """
            code,name_sv,name_en,valid_from,valid_to,principal
            SOC_BOARD,Socialnämnd,Social services board,,,MUNICIPALITY
            HVB,Hem för vård eller boende (HVB),Residential care home (HVB),,,PRIVATE
            """},
        {"observed_units", """
            code,name_sv,name_en,valid_from,valid_to,kind,protected
            CASE,Ärende,Case,,,FILE,true
            PERSON,Person,Person,,,PERSON,true
            BOARD,Nämnd,Board,,,OPERATION,false
            ADMINISTRATION,Förvaltning,Administration,,,OPERATION,false
            """},
        {"evidence", """
            code,name_sv,name_en,valid_from,valid_to,enters_case_rate
            CASE_FILE,Granskning av akter och handlingar,Review of case files and records,,,true
            INTERVIEW,Intervju,Interview,,,false
            """},
        {"selection_bases", """
            code,name_sv,name_en,valid_from,valid_to,note_sv,note_en
            CENSUS,Totalundersökning,Census,,,Alla verksamheter i området är granskade; intervallet beskriver inte urvalsfel.,All operations in the area were reviewed; the interval does not describe sampling error.
            THEMATIC_SAMPLE,Tematiskt urval,Thematic sample,,,Verksamheterna är valda för ett tema och inte slumpmässigt.,The operations were chosen for a theme and not at random.
            """},
        {"programmes", """
            code,name_sv,name_en,valid_from,valid_to,synthetic,year_from,year_to,operations_reviewed,source
            IVO-2015-VARMLAND,Missbruksvården för vuxna i Värmland 2015,Addiction care for adults in Värmland 2015,,,false,2015,2015,16,IVO
            """},
        {"value_units", """
            code,name_sv,name_en,valid_from,valid_to
            DAYS,dagar,days,,
            """},
        {"region_groups", """
            code,name_sv,name_en,valid_from,valid_to,kind
            SKR-B3,Större stad,Medium-sized towns,,,SKR2023
            """},
        {"region_group_members", """
            group,region
            SKR-B3,1780
            """},
        {"similar_regions", """
            region,similar_region
            1715,1780
            """},
        {"offices", """
            code,name_sv,name_en,valid_from,valid_to,counties
            MITT,Avdelning mitt,Department Central,,,17 20
            """}
    };

    private static final LocalText TEXT = new LocalText("Prov.", "Test.");

    private static final String INDICATORS = new String(
            PublishedIndicator.toJson(List.of(
                    indicator(
                            "AVTAL_OKANT",
                            "RATE",
                            "ADMINISTRATION",
                            "INTERVIEW",
                            NO_LAW,
                            "Andelen förvaltningar som inte känner till avtalet.",
                            "The share of administrations that do not know the agreement."),
                    indicator(
                            "BEHOVSBEDOMNING",
                            "RATE",
                            "CASE",
                            "CASE_FILE",
                            new Law("SoL (2001:453) 11:1, 11:5", "2025-06-30", "EXT", "2015-07-01"),
                            "Andelen ärenden utan beskriven bedömning.",
                            "The share of cases without a described assessment."),
                    indicator(
                            "KRAV_ATGARD",
                            "RATE",
                            "BOARD",
                            "CASE_FILE",
                            new Law("SoL (2001:453)", "2025-06-30", "EXT", "2025-07-01"),
                            "Andelen nämnder med krav på åtgärder.",
                            "The share of boards with a demand for measures."),
                    indicator(
                            "PLANERING",
                            "RATE",
                            "CASE",
                            "CASE_FILE",
                            new Law("lagar och föreskrifter", null, "SEED", null),
                            "Andelen ärenden utan planering.",
                            "The share of cases without planning."),
                    indicator(
                            "PSYK_VANTETID",
                            "WAIT",
                            "PERSON",
                            "INTERVIEW",
                            NO_LAW,
                            "Antal dagar en person väntar.",
                            "The number of days a person waits."))),
            StandardCharsets.UTF_8);

    private static PublishedIndicator indicator(
            String id,
            String kind,
            String observedUnit,
            String evidence,
            Law law,
            String definitionSv,
            String definitionEn) {
        return new PublishedIndicator(
                id,
                kind,
                TEXT,
                new LocalText(definitionSv, definitionEn),
                List.of(id),
                observedUnit,
                evidence,
                List.of(),
                observedUnit.equals("CASE")
                        ? new PublishedIndicator.Conditions(List.of(observedUnit), List.of(evidence), "cases_assessed")
                        : null,
                List.of(),
                new PublishedIndicator.Exclusions(List.of(), TEXT),
                null,
                "LOW_GOOD",
                new PublishedIndicator.Requirement(law.law(), null, law.validTo(), law.status()),
                law.changed() == null ? List.of() : List.of(new PublishedIndicator.Break(law.changed(), TEXT)),
                null,
                TEXT,
                TEXT,
                "2026-01-01");
    }

    private static final String MAP = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","id":"25","properties":{},"geometry":{"type":"Polygon","coordinates":[[[18,66],[24,66],[24,69],[18,69],[18,66]]]}},
            {"type":"Feature","id":"20","properties":{},"geometry":{"type":"Polygon","coordinates":[[[12.5,60],[16,60],[16,62],[12.5,62],[12.5,60]]]}},
            {"type":"Feature","id":"17","properties":{},"geometry":{"type":"MultiPolygon","coordinates":[[[[11.5,59],[14.5,59],[14.5,60],[11.5,60],[11.5,59]]],[[[11,58.5],[11.4,58.5],[11.4,58.8],[11,58.8],[11,58.5]]]]}},
            {"type":"Feature","id":"01","properties":{},"geometry":{"type":"Polygon","coordinates":[[[17,58.7],[19.5,58.7],[19.5,60.2],[17,60.2],[17,58.7]]]}}
            ]}
            """;
}
