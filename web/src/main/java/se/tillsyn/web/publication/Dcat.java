package se.tillsyn.web.publication;

import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.web.dataset.Dataset;
import se.tillsyn.web.dataset.DatasetTexts;
import se.tillsyn.web.dataset.Datasets;

/**
 * The catalogue of a release by DCAT-AP-SE 3: a series for each dataset, of it the edition of the release, of that its files
 * and the interface.
 */
final class Dcat {

    private static final String EU = "http://publications.europa.eu/resource/authority/";
    private static final Map<String, String> MEDIA_TYPES =
            Map.of("csv", "text/csv", "parquet", "application/vnd.apache.parquet", "json", "application/json");

    private final Datasets datasets;
    private final Manifest release;
    private final String site;
    private final Set<String> told = new HashSet<>();

    /** @param site address of the site without a slash at its end */
    Dcat(Datasets datasets, String site) {
        this.datasets = datasets;
        this.release = datasets.release();
        this.site = site;
    }

    void write(OutputStream out) throws XMLStreamException {
        try (RdfXml rdf = new RdfXml(out)) {
            catalogue(rdf);
            publisher(rdf);
            service(rdf);
            period(rdf);
            for (Dataset dataset : datasets.all()) {
                series(rdf, dataset);
                edition(rdf, dataset);
                for (Manifest.PublishedFile file : files(dataset)) {
                    distribution(rdf, dataset, file);
                }
                interfaceOf(rdf, dataset);
            }
        }
    }

    private String id(String path) {
        return site + "/id/" + path;
    }

    /** The licence as the profile spells it. */
    private String licence() {
        return release.licenceUrl().replace("https://creativecommons.org/", "http://creativecommons.org/");
    }

    private void catalogue(RdfXml rdf) throws XMLStreamException {
        rdf.start("dcat:Catalog", id("catalogue"))
                .text("dcterms:title", release.name())
                .text("dcterms:description", DatasetTexts.of("catalogue.description"))
                .link("dcterms:publisher", id("publisher"))
                .link("dcterms:license", licence())
                .literal("dcterms:modified", release.publishedAt(), "dateTime")
                .link("dcterms:language", EU + "language/SWE")
                .link("dcterms:language", EU + "language/ENG")
                .link("foaf:homepage", site + "/sv/")
                .link("dcat:service", id("service/pxwebapi2"));
        for (Dataset dataset : datasets.all()) {
            rdf.link("dcat:dataset", series(dataset)).link("dcat:dataset", edition(dataset));
        }
        rdf.end();
    }

    private void publisher(RdfXml rdf) throws XMLStreamException {
        rdf.start("foaf:Agent", id("publisher"))
                .text("foaf:name", release.publisher())
                .link("dcterms:type", "http://purl.org/adms/publishertype/NationalAuthority")
                .link("foaf:mbox", "mailto:" + release.contact())
                .end();
        rdf.start("vcard:Organization", id("contact"))
                .literal("vcard:fn", release.publisher().sv())
                .link("vcard:hasEmail", "mailto:" + release.contact())
                .end();
    }

    private void service(RdfXml rdf) throws XMLStreamException {
        rdf.start("dcat:DataService", id("service/pxwebapi2"))
                .text("dcterms:title", DatasetTexts.of("catalogue.service"))
                .link("dcat:endpointURL", site + "/api/v2")
                .link("dcat:endpointDescription", site + "/api/v2/config")
                .link("dcat:contactPoint", id("contact"))
                .link("dcterms:publisher", id("publisher"))
                .link("dcterms:license", licence())
                .link("dcterms:accessRights", EU + "access-right/PUBLIC");
        for (Dataset dataset : datasets.all()) {
            rdf.link("dcat:servesDataset", edition(dataset));
        }
        rdf.end();
    }

    private void period(RdfXml rdf) throws XMLStreamException {
        if (hasPeriod()) {
            List<String> years = release.periods();
            rdf.start("dcterms:PeriodOfTime", id("period/" + release.release()))
                    .literal("dcat:startDate", years.get(0) + "-01-01", "date")
                    .literal("dcat:endDate", years.get(years.size() - 1) + "-12-31", "date")
                    .end();
        }
    }

    private boolean hasPeriod() {
        return !release.periods().isEmpty();
    }

    private String series(Dataset dataset) {
        return id("dataset/" + dataset.id());
    }

    private String edition(Dataset dataset) {
        return id("dataset/" + dataset.id() + '/' + release.release());
    }

    private void series(RdfXml rdf, Dataset dataset) throws XMLStreamException {
        described(rdf.start("dcat:DatasetSeries", series(dataset)), dataset).end();
    }

    private RdfXml described(RdfXml rdf, Dataset dataset) throws XMLStreamException {
        rdf.text("dcterms:title", dataset.title())
                .text("dcterms:description", dataset.description())
                .link("dcterms:publisher", id("publisher"))
                .link("dcat:contactPoint", id("contact"))
                .link("dcat:theme", EU + "data-theme/HEAL")
                .literal("dcterms:modified", release.publishedAt(), "dateTime")
                .link("dcterms:accrualPeriodicity", EU + "frequency/IRREG");
        return hasPeriod() ? rdf.link("dcterms:temporal", id("period/" + release.release())) : rdf;
    }

    private void edition(RdfXml rdf, Dataset dataset) throws XMLStreamException {
        described(rdf.start("dcat:Dataset", edition(dataset)), dataset)
                .literal("dcterms:identifier", edition(dataset))
                .literal("dcat:version", release.release())
                .text("adms:versionNotes", versionNotes())
                .literal("dcterms:issued", release.publishedAt(), "dateTime")
                .text("dcat:keyword", DatasetTexts.of("subject"))
                .link("dcterms:accessRights", EU + "access-right/PUBLIC")
                .link("dcat:landingPage", site + "/sv/utgavor/" + release.release())
                .link("dcat:inSeries", series(dataset));
        for (Manifest.PublishedFile file : files(dataset)) {
            rdf.link("dcat:distribution", distribution(file));
        }
        rdf.link("dcat:distribution", interfaceOf(dataset)).end();
    }

    private LocalText versionNotes() {
        return DatasetTexts.of(release.synthetic() ? "note.synthetic" : "catalogue.version");
    }

    /** The release's own files of a dataset: of quarters those of its years, since they share them. */
    private List<Manifest.PublishedFile> files(Dataset dataset) {
        List<String> tables = dataset.tables();
        return release.files().stream()
                .filter(file -> tables.stream()
                        .anyMatch(table -> file.path().equals("tables/" + table + ".csv")
                                || file.path().equals("tables/" + table + ".parquet")))
                .toList();
    }

    private String distribution(Manifest.PublishedFile file) {
        return id("file/" + release.release() + '/' + file.path());
    }

    private String address(Manifest.PublishedFile file) {
        return site + "/releases/" + release.release() + '/' + file.path();
    }

    private static String mediaType(Manifest.PublishedFile file) {
        String ending = file.path().substring(file.path().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return MEDIA_TYPES.getOrDefault(ending, "application/octet-stream");
    }

    private void distribution(RdfXml rdf, Dataset dataset, Manifest.PublishedFile file) throws XMLStreamException {
        if (!told.add(file.path())) {
            return;
        }
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        rdf.start("dcat:Distribution", distribution(file))
                .text("dcterms:title", new LocalText(name, name))
                .text("dcterms:description", dataset.description())
                .link("dcat:accessURL", address(file))
                .link("dcat:downloadURL", address(file))
                .literal("dcterms:format", mediaType(file))
                .literal("dcat:byteSize", Long.toString(file.bytes()), "nonNegativeInteger")
                .link("dcterms:license", licence())
                .link("spdx:checksum", distribution(file) + ".sha256")
                .end();
        rdf.start("spdx:Checksum", distribution(file) + ".sha256")
                .literal("spdx:checksumValue", file.sha256(), "hexBinary")
                .link("spdx:algorithm", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256")
                .end();
    }

    private String interfaceOf(Dataset dataset) {
        return id("interface/" + dataset.id() + '/' + release.release());
    }

    private void interfaceOf(RdfXml rdf, Dataset dataset) throws XMLStreamException {
        rdf.start("dcat:Distribution", interfaceOf(dataset))
                .text("dcterms:title", DatasetTexts.of("catalogue.service"))
                .text("dcterms:description", dataset.description())
                .link("dcat:accessURL", site + "/api/v2/tables/" + dataset.id() + "/data?release=" + release.release())
                .literal("dcterms:format", "application/json")
                .link("dcterms:license", licence())
                .link("dcat:accessService", id("service/pxwebapi2"))
                .end();
    }
}
