package se.tillsyn.web.data;

import java.util.ArrayList;
import java.util.List;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.dataset.Dataset;
import se.tillsyn.web.dataset.Dimension;
import se.tillsyn.web.dataset.DimensionValue;
import se.tillsyn.web.dataset.Slice;
import se.tillsyn.web.format.OutputFormat;
import se.tillsyn.web.format.Titles;
import se.tillsyn.web.language.Language;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.SitePaths;

/**
 * One dataset: its code book, its files, programs that read it, its citation.
 *
 * @param formats the usual part of it in each format
 * @param files of the release that hold all of it
 * @param choices a form that asks the interface for a few cells: one choice for each dimension
 * @param jsonLd what search engines read
 */
record DatasetPage(
        PageFrame frame,
        String id,
        String description,
        String citation,
        List<Variable> variables,
        List<Measured> measures,
        List<Missing> missing,
        List<DataListPage.Named> formats,
        List<FileLine> files,
        List<Program> programs,
        List<Choice> choices,
        List<Option> formatOptions,
        String licence,
        String licenceUrl,
        String jsonLd) {

    /** A dimension; the total is empty where it has none. */
    record Variable(String code, String label, String values, String total, String sets) {}

    /** A measure with its unit; the note is empty where it has none. */
    record Measured(String code, String label, String unit, String note) {}

    /** Why a number may be missing: code in files, symbol, meaning. */
    record Missing(String code, String symbol, String meaning) {}

    record FileLine(String name, String href, String bytes, String sha256) {}

    record Program(String name, String program) {}

    /** A choice of a form: name of the parameter, label, what may be chosen. */
    record Choice(String name, String label, List<Option> options) {}

    record Option(String value, String label, boolean chosen) {}

    static DatasetPage of(Shown shown, Dataset dataset, String site) {
        Texts texts = shown.texts();
        Language language = texts.language();
        Manifest release = dataset.release();
        Snippets snippets = new Snippets(dataset, site);
        return new DatasetPage(
                PageFrame.of(shown, Section.DATA, language.of(dataset.title()), paths -> paths.dataset(dataset.id())),
                dataset.id(),
                language.of(dataset.description()),
                texts.of(
                        "share.citation",
                        texts.of(release.publisher()),
                        texts.numbers().year(shown.release().publishedAt()),
                        Titles.of(dataset, language),
                        texts.of(release.name()),
                        release.release(),
                        site + "/id/dataset/" + dataset.id() + '/' + release.release()),
                dataset.dimensions().stream()
                        .map(dimension -> variable(dimension, texts))
                        .toList(),
                measures(dataset, language),
                missing(texts),
                formats(snippets, texts),
                files(dataset, texts, shown.paths()),
                snippets.all().stream()
                        .map(snippet -> new Program(texts.of("data.program." + snippet.key()), snippet.program()))
                        .toList(),
                choices(dataset, language),
                formatOptions(texts),
                release.licence(),
                release.licenceUrl(),
                SchemaOrg.of(dataset, language, site));
    }

    private static Variable variable(Dimension dimension, Texts texts) {
        List<String> sets = dimension.valueSets().stream()
                .map(set -> set.id() + " (" + texts.of(set.label()) + ")")
                .toList();
        return new Variable(
                dimension.code(),
                texts.of(dimension.label()),
                texts.numbers().whole(dimension.size()),
                dimension.total().orElse(""),
                String.join(", ", sets));
    }

    private static List<Choice> choices(Dataset dataset, Language language) {
        List<Choice> choices = new ArrayList<>();
        for (Slice.Part usual : dataset.usual().parts()) {
            Dimension dimension = usual.dimension();
            List<Option> options = new ArrayList<>();
            for (int i = 0; i < dimension.size(); i++) {
                DimensionValue value = dimension.values().get(i);
                options.add(new Option(value.code(), language.of(value.label()), i == usual.index(0)));
            }
            choices.add(new Choice("valueCodes[" + dimension.code() + "]", language.of(dimension.label()), options));
        }
        return choices;
    }

    private static List<Option> formatOptions(Texts texts) {
        List<Option> options = new ArrayList<>();
        for (OutputFormat format : OutputFormat.values()) {
            options.add(
                    new Option(format.code(), texts.of("data.format." + format.code()), format == OutputFormat.HTML));
        }
        return options;
    }

    private static List<Measured> measures(Dataset dataset, Language language) {
        List<Measured> measures = new ArrayList<>();
        for (int i = 0; i < dataset.contents().size(); i++) {
            DimensionValue value = dataset.contents().values().get(i);
            List<String> notes =
                    value.notes().stream().map(note -> language.of(note.text())).toList();
            measures.add(new Measured(
                    value.code(), language.of(value.label()), language.of(dataset.unit(i)), String.join(" ", notes)));
        }
        return measures;
    }

    private static List<Missing> missing(Texts texts) {
        List<Missing> missing = new ArrayList<>();
        for (Status status :
                List.of(Status.SUPPRESSED, Status.UNRELIABLE, Status.NOT_AVAILABLE, Status.NOT_APPLICABLE)) {
            missing.add(new Missing(status.code(), status.symbol(), texts.of("data.missing." + status.code())));
        }
        return missing;
    }

    private static List<DataListPage.Named> formats(Snippets snippets, Texts texts) {
        List<DataListPage.Named> formats = new ArrayList<>();
        for (OutputFormat format : OutputFormat.values()) {
            String address = snippets.address(format.code());
            formats.add(new DataListPage.Named(
                    texts.of("data.format." + format.code()), address.substring(address.indexOf("/api/"))));
        }
        String csv = snippets.address("csv");
        formats.add(new DataListPage.Named(
                texts.of("data.format.excel-sv"), csv.substring(csv.indexOf("/api/")) + "&dialect=excel-sv"));
        return formats;
    }

    private static List<FileLine> files(Dataset dataset, Texts texts, SitePaths paths) {
        Manifest release = dataset.release();
        List<FileLine> files = new ArrayList<>();
        for (Manifest.PublishedFile file : release.files()) {
            String name = file.path().substring(file.path().lastIndexOf('/') + 1);
            String table = name.substring(0, name.indexOf('.') < 0 ? name.length() : name.indexOf('.'));
            if (dataset.tables().contains(table)) {
                files.add(new FileLine(
                        file.path(),
                        paths.file(release.release(), file.path()),
                        texts.numbers().whole(file.bytes()),
                        file.sha256()));
            }
        }
        return files;
    }
}
