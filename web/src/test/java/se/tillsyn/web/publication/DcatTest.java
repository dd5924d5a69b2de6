package se.tillsyn.web.publication;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import se.tillsyn.web.RunningSite;

/** The catalogue as harvesters check it: DCAT-AP's shapes, and what the Swedish profile asks for besides. */
final class DcatTest extends RunningSite {

    private static final String DCAT = "http://www.w3.org/ns/dcat#";
    private static final String FORMAT = "http://purl.org/dc/terms/format";

    private Model catalogue() {
        HttpResponse<String> response = get("/datasets/dcat");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/rdf+xml");
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(response.body()), null, Lang.RDFXML);
        return model;
    }

    private static Shapes shapes() {
        Model shapes = ModelFactory.createDefaultModel();
        RDFDataMgr.read(
                shapes, Objects.requireNonNull(DcatTest.class.getResourceAsStream("/dcat-ap/shapes.ttl")), Lang.TURTLE);
        return Shapes.parse(shapes.getGraph());
    }

    /** Violations but for the one that the Swedish profile asks for: formats are media types and not addresses. */
    private static List<ReportEntry> violations(Model model) {
        ValidationReport report = ShaclValidator.get().validate(shapes(), model.getGraph());
        return report.getEntries().stream()
                .filter(entry -> !String.valueOf(entry.resultPath()).contains(FORMAT))
                .toList();
    }

    @Test
    void keepsToTheShapesOfTheEuropeanProfile() {
        assertThat(violations(catalogue())).isEmpty();
    }

    @Test
    void isHeldAgainstShapesThatRefuse() {
        Model model = catalogue();
        Resource dataset = model.listResourcesWithProperty(RDF.type, ResourceFactory.createResource(DCAT + "Dataset"))
                .next();
        dataset.removeAll(ResourceFactory.createProperty("http://purl.org/dc/terms/title"));
        assertThat(violations(model)).isNotEmpty();
    }

    @Test
    void hasWhatTheSwedishProfileDemands() throws IOException {
        Model model = catalogue();
        int checked = 0;
        try (InputStream in =
                        Objects.requireNonNull(DcatTest.class.getResourceAsStream("/dcat-ap/properties-3.0.1.csv"));
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                if (row.getField("level").equals("mandatory")
                        && !row.getField("property").startsWith("rdf:")) {
                    checked += check(model, row.getField("class"), row.getField("property"), row.getField("max"));
                }
            }
        }
        assertThat(checked).isGreaterThan(15);
    }

    private static int check(Model model, String type, String property, String most) {
        String kind = type.equals("vcard:Kind") ? "vcard:Organization" : type;
        Property asked = ResourceFactory.createProperty(expanded(property));
        int checked = 0;
        for (Resource resource : model.listResourcesWithProperty(
                        RDF.type, ResourceFactory.createResource(expanded(kind)))
                .toList()) {
            int found = resource.listProperties(asked).toList().size();
            assertThat(found).as("%s of %s", property, resource).isPositive();
            if (most.equals("1")) {
                assertThat(found).as("%s of %s", property, resource).isEqualTo(1);
            }
            checked++;
        }
        return checked;
    }

    private static String expanded(String name) {
        return name.replaceFirst("^dcat:", DCAT)
                .replaceFirst("^dcterms:", "http://purl.org/dc/terms/")
                .replaceFirst("^foaf:", "http://xmlns.com/foaf/0.1/")
                .replaceFirst("^vcard:", "http://www.w3.org/2006/vcard/ns#")
                .replaceFirst("^spdx:", "http://spdx.org/rdf/terms#");
    }

    @Test
    void hasNoBlankNodesAndTheLicenceAsTheProfileSpellsIt() {
        Model model = catalogue();
        assertThat(model.listSubjects().toList()).noneMatch(Resource::isAnon);
        assertThat(model.listObjects().toList()).noneMatch(node -> node.isAnon());
        assertThat(model.listObjectsOfProperty(ResourceFactory.createProperty("http://purl.org/dc/terms/license"))
                        .toList())
                .containsExactly(ResourceFactory.createResource("http://creativecommons.org/publicdomain/zero/1.0/"));
    }

    @Test
    void namesFilesThatAreThere() {
        catalogue()
                .listObjectsOfProperty(ResourceFactory.createProperty(DCAT + "downloadURL"))
                .forEach(file -> assertThat(get(file.asResource()
                                        .getURI()
                                        .substring(address("").length()))
                                .statusCode())
                        .isEqualTo(200));
    }
}
