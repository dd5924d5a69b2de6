package se.tillsyn.web.format;

import java.util.List;
import java.util.stream.IntStream;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.web.dataset.Dataset;
import se.tillsyn.web.dataset.Dimension;
import se.tillsyn.web.dataset.Note;
import se.tillsyn.web.dataset.Role;
import se.tillsyn.web.dataset.Slice;
import se.tillsyn.web.dataset.ValueSet;
import se.tillsyn.web.language.Language;
import tools.jackson.core.JsonGenerator;

/** Everything of a JSON-stat document but its figures. */
final class JsonStatDocument {

    private final JsonGenerator json;
    private final Slice slice;
    private final Dataset dataset;
    private final FormatOptions options;
    private final Language language;
    private boolean valueSets;

    JsonStatDocument(JsonGenerator json, Slice slice, FormatOptions options) {
        this.json = json;
        this.slice = slice;
        this.dataset = slice.dataset();
        this.options = options;
        this.language = options.language();
    }

    /** Lists of values too, which only whole dimensions have. */
    JsonStatDocument withValueSets() {
        valueSets = true;
        return this;
    }

    /** Opens the document and writes all that comes before the figures. */
    void writeHead(String title) {
        Manifest release = dataset.release();
        json.writeStartObject();
        json.writeStringProperty("version", "2.0");
        json.writeStringProperty("class", "dataset");
        json.writeStringProperty("label", title);
        json.writeStringProperty("source", language.of(release.publisher()));
        json.writeStringProperty("updated", release.publishedAt());
        texts("note", dataset.notes());
        role();
        texts("id", slice.parts().stream().map(part -> part.dimension().code()));
        json.writeArrayPropertyStart("size");
        slice.parts().forEach(part -> json.writeNumber(part.size()));
        json.writeEndArray();
        json.writeObjectPropertyStart("dimension");
        slice.parts().forEach(this::dimension);
        json.writeEndObject();
        extension();
    }

    private void role() {
        json.writeObjectPropertyStart("role");
        texts("time", JsonStat.codes(dataset, Role.TIME).stream());
        if (!JsonStat.codes(dataset, Role.GEO).isEmpty()) {
            texts("geo", JsonStat.codes(dataset, Role.GEO).stream());
        }
        texts("metric", JsonStat.codes(dataset, Role.METRIC).stream());
        json.writeEndObject();
    }

    private void dimension(Slice.Part part) {
        Dimension dimension = part.dimension();
        json.writeObjectPropertyStart(dimension.code());
        json.writeStringProperty("label", language.of(dimension.label()));
        if (!dimension.notes().isEmpty()) {
            texts("note", dimension.notes());
        }
        category(part);
        json.writeObjectPropertyStart("extension");
        json.writeBooleanProperty("elimination", dimension.total().isPresent());
        dimension.total().ifPresent(total -> json.writeStringProperty("eliminationValueCode", total));
        mandatory("noteMandatory", dimension.notes());
        mandatoryOfValues(part);
        json.writeStringProperty(
                "show",
                switch (dimension.role()) {
                    case TIME -> "code";
                    case GEO -> "code_value";
                    case METRIC, CLASSIFICATION -> "value";
                });
        if (valueSets) {
            valueSets(dimension);
        }
        if (dimension.role() == Role.METRIC) {
            measures(part);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void category(Slice.Part part) {
        json.writeObjectPropertyStart("category");
        json.writeObjectPropertyStart("index");
        for (int i = 0; i < part.size(); i++) {
            json.writeNumberProperty(part.value(i).code(), i);
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("label");
        for (int i = 0; i < part.size(); i++) {
            json.writeStringProperty(
                    part.value(i).code(), language.of(part.value(i).label()));
        }
        json.writeEndObject();
        if (values(part).anyMatch(i -> !part.value(i).notes().isEmpty())) {
            json.writeObjectPropertyStart("note");
            values(part)
                    .filter(i -> !part.value(i).notes().isEmpty())
                    .forEach(i -> texts(part.value(i).code(), part.value(i).notes()));
            json.writeEndObject();
        }
        if (part.dimension().role() == Role.METRIC) {
            json.writeObjectPropertyStart("unit");
            for (int i = 0; i < part.size(); i++) {
                json.writeObjectPropertyStart(part.value(i).code());
                json.writeStringProperty("base", language.of(dataset.unit(part.index(i))));
                json.writeNumberProperty("decimals", dataset.decimals(part.index(i)));
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static IntStream values(Slice.Part part) {
        return IntStream.range(0, part.size());
    }

    private void mandatoryOfValues(Slice.Part part) {
        List<Integer> noted = values(part)
                .filter(i -> part.value(i).notes().stream().anyMatch(Note::mandatory))
                .boxed()
                .toList();
        if (!noted.isEmpty()) {
            json.writeObjectPropertyStart("categoryNoteMandatory");
            for (int i : noted) {
                mandatory(part.value(i).code(), part.value(i).notes());
            }
            json.writeEndObject();
        }
    }

    private void valueSets(Dimension dimension) {
        json.writeArrayPropertyStart("codelists");
        for (ValueSet set : dimension.valueSets()) {
            json.writeStartObject();
            json.writeStringProperty("id", set.id());
            json.writeStringProperty("label", language.of(set.label()));
            json.writeStringProperty("type", "Valueset");
            json.writeArrayPropertyStart("links");
            json.writeStartObject();
            json.writeStringProperty("rel", "metadata");
            json.writeStringProperty("hreflang", language.code());
            json.writeStringProperty("href", options.address("/codelists/" + set.id()));
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void measures(Slice.Part part) {
        measure("refperiod", part, language.of(dataset.referencePeriod()));
        measure("measuringType", part, dataset.stock() ? "Stock" : "Flow");
        measure("priceType", part, "NotApplicable");
        measure("adjustment", part, "None");
        json.writeObjectPropertyStart("alternativeText");
        values(part)
                .forEach(i -> json.writeStringProperty(
                        part.value(i).code(), language.of(part.value(i).label())));
        json.writeEndObject();
    }

    private void measure(String name, Slice.Part part, String text) {
        json.writeObjectPropertyStart(name);
        for (int i = 0; i < part.size(); i++) {
            json.writeStringProperty(part.value(i).code(), text);
        }
        json.writeEndObject();
    }

    private void extension() {
        Manifest release = dataset.release();
        json.writeObjectPropertyStart("extension");
        mandatory("noteMandatory", dataset.notes());
        px();
        json.writeStringProperty("firstPeriod", dataset.time().values().get(0).code());
        json.writeStringProperty(
                "lastPeriod",
                dataset.time().values().get(dataset.time().size() - 1).code());
        json.writeBooleanProperty("discontinued", false);
        json.writeArrayPropertyStart("contact");
        json.writeStartObject();
        // A function and no person; PxWeb 2 makes the name a heading and leaves it empty where there is none.
        json.writeStringProperty("name", language.of(release.publisher()));
        json.writeStringProperty("organization", language.of(release.publisher()));
        json.writeStringProperty("mail", release.contact());
        json.writeStringProperty("raw", language.of(release.publisher()) + "#" + release.contact());
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectPropertyStart("release");
        json.writeStringProperty("id", release.release());
        json.writeNumberProperty("sequence", release.sequence());
        json.writeBooleanProperty("synthetic", release.synthetic());
        json.writeStringProperty("license", release.licenceUrl());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void px() {
        Slice.Part measures = slice.part(Dataset.CONTENTS);
        json.writeObjectPropertyStart("px");
        json.writeStringProperty("infofile", dataset.id());
        json.writeStringProperty("tableid", dataset.id());
        json.writeNumberProperty(
                "decimals",
                values(measures)
                        .map(i -> dataset.decimals(measures.index(i)))
                        .max()
                        .orElse(0));
        json.writeBooleanProperty("official-statistics", false);
        json.writeBooleanProperty("aggregallowed", false);
        json.writeBooleanProperty("copyright", false);
        json.writeStringProperty("language", language.code());
        json.writeStringProperty("contents", language.of(dataset.title()));
        json.writeBooleanProperty("descriptiondefault", false);
        texts("heading", slice.heading().stream().map(part -> part.dimension().code()));
        texts("stub", slice.stub().stream().map(part -> part.dimension().code()));
        json.writeStringProperty("matrix", dataset.id());
        json.writeStringProperty("subject-code", Subject.CODE);
        json.writeStringProperty("subject-area", language.of(Subject.name()));
        json.writeEndObject();
    }

    private void mandatory(String name, List<Note> notes) {
        if (notes.stream().noneMatch(Note::mandatory)) {
            return;
        }
        json.writeObjectPropertyStart(name);
        for (int i = 0; i < notes.size(); i++) {
            if (notes.get(i).mandatory()) {
                json.writeBooleanProperty(Integer.toString(i), true);
            }
        }
        json.writeEndObject();
    }

    private void texts(String name, List<Note> notes) {
        texts(name, notes.stream().map(note -> language.of(note.text())));
    }

    private void texts(String name, java.util.stream.Stream<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
