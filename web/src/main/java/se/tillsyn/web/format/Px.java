package se.tillsyn.web.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.dataset.Cells;
import se.tillsyn.web.dataset.Dataset;
import se.tillsyn.web.dataset.DimensionValue;
import se.tillsyn.web.dataset.Note;
import se.tillsyn.web.dataset.Slice;
import se.tillsyn.web.language.Language;

/**
 * PX, version 2010, one language, Windows-1252. Missing figures stand in the slots {@code "."}, {@code ".."} and
 * {@code "..."}, which are shown as {@code .}, {@code ..} and {@code :}; {@code "-"} would mean zero and is never written.
 */
final class Px implements SliceWriter {

    private static final Charset CODE_PAGE = Charset.forName("windows-1252");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd HH:mm", Locale.ROOT);
    private static final int LONGEST_MATRIX = 20;

    @Override
    public void write(Slice slice, FormatOptions options, OutputStream out) throws IOException {
        PxText px = new PxText(
                new OutputStreamWriter(out, CODE_PAGE.newEncoder().onUnmappableCharacter(CodingErrorAction.REPLACE)));
        head(px, slice, options.language());
        dimensions(px, slice, options.language());
        measures(px, slice, options.language());
        tail(px, slice.dataset(), options.language());
        notes(px, slice, options.language());
        data(px.writer(), slice);
        px.writer().flush();
    }

    private static void head(PxText px, Slice slice, Language language) throws IOException {
        Dataset dataset = slice.dataset();
        Slice.Part measures = slice.part(Dataset.CONTENTS);
        int decimals = 0;
        for (int i = 0; i < measures.size(); i++) {
            decimals = Math.max(decimals, dataset.decimals(measures.index(i)));
        }
        px.texts("CHARSET", "ANSI");
        px.texts("AXIS-VERSION", "2010");
        px.texts("CODEPAGE", CODE_PAGE.name());
        px.texts("LANGUAGE", language.code());
        px.texts("CREATION-DATE", time(dataset));
        px.plain("DECIMALS", Integer.toString(decimals));
        px.plain("SHOWDECIMALS", Integer.toString(Math.min(6, decimals)));
        px.texts(
                "MATRIX",
                dataset.id().substring(0, Math.min(LONGEST_MATRIX, dataset.id().length())));
        px.plain("AGGREGALLOWED", "NO");
        px.plain("COPYRIGHT", "NO");
        px.texts("SUBJECT-CODE", Subject.CODE);
        px.texts("SUBJECT-AREA", language.of(Subject.name()));
        px.texts("TITLE", Titles.of(slice, language));
        px.texts("CONTENTS", language.of(dataset.title()));
    }

    private static String time(Dataset dataset) {
        return TIME.format(Instant.parse(dataset.release().publishedAt()).atOffset(ZoneOffset.UTC));
    }

    private static void dimensions(PxText px, Slice slice, Language language) throws IOException {
        List<Slice.Part> parts = slice.parts();
        Function<Slice.Part, String> name = part -> language.of(part.dimension().label());
        placed(px, "STUB", slice.stub().stream().map(name).toList());
        placed(px, "HEADING", slice.heading().stream().map(name).toList());
        px.texts("CONTVARIABLE", name.apply(slice.part(Dataset.CONTENTS)));
        for (Slice.Part part : parts) {
            String key = PxText.key(name.apply(part));
            px.texts("VARIABLECODE(" + key + ")", part.dimension().code());
            px.list("VALUES(" + key + ")", names(part, language));
            if (part.dimension().code().equals(Dataset.TIME)) {
                timeValues(px, slice.dataset(), part, key);
            }
            px.list("CODES(" + key + ")", values(part, DimensionValue::code));
            int total = values(part, DimensionValue::code)
                    .indexOf(part.dimension().total().orElse(""));
            if (total >= 0) {
                px.texts("ELIMINATION(" + key + ")", names(part, language).get(total));
            }
        }
    }

    private static void placed(PxText px, String keyword, List<String> names) throws IOException {
        if (!names.isEmpty()) {
            px.list(keyword, names);
        }
    }

    private static List<String> values(Slice.Part part, Function<DimensionValue, String> text) {
        return IntStream.range(0, part.size())
                .mapToObj(i -> text.apply(part.value(i)))
                .toList();
    }

    /** Names of values; where two have the same, which PX does not allow, their codes stand behind. */
    private static List<String> names(Slice.Part part, Language language) {
        List<String> names = values(part, value -> language.of(value.label()));
        if (new HashSet<>(names).size() == names.size()) {
            return names;
        }
        return values(part, value -> language.of(value.label()) + " (" + value.code() + ")");
    }

    private static void timeValues(PxText px, Dataset dataset, Slice.Part part, String key) throws IOException {
        List<String> codes = values(part, DimensionValue::code);
        switch (dataset.timeUnit()) {
            case YEAR -> px.list("TIMEVAL(" + key + ")", "TLIST(A1),", codes);
            case QUARTER ->
                px.list(
                        "TIMEVAL(" + key + ")",
                        "TLIST(Q1),",
                        codes.stream().map(code -> code.replace("-Q", "")).toList());
            case WHOLE -> {
                // A stretch of years has no code of its own in a list of times.
            }
        }
    }

    private static void measures(PxText px, Slice slice, Language language) throws IOException {
        Dataset dataset = slice.dataset();
        Slice.Part measures = slice.part(Dataset.CONTENTS);
        String variable = PxText.key(language.of(measures.dimension().label()));
        px.texts("UNITS", language.of(dataset.unit(measures.index(0))));
        for (int i = 0; i < measures.size(); i++) {
            String key = PxText.key(names(measures, language).get(i));
            int measure = measures.index(i);
            px.texts("LAST-UPDATED(" + key + ")", time(dataset));
            px.texts("STOCKFA(" + key + ")", dataset.stock() ? "S" : "F");
            px.texts("UNITS(" + key + ")", language.of(dataset.unit(measure)));
            px.texts("REFPERIOD(" + key + ")", language.of(dataset.referencePeriod()));
            if (dataset.decimals(measure) > 0) {
                px.plain(
                        "PRECISION(" + variable + "," + key + ")",
                        Integer.toString(Math.min(6, dataset.decimals(measure))));
            }
        }
    }

    private static void tail(PxText px, Dataset dataset, Language language) throws IOException {
        LocalText publisher = dataset.release().publisher();
        px.texts("CONTACT", language.of(publisher) + "#" + dataset.release().contact());
        px.texts(
                "DATABASE",
                language.of(dataset.release().name()) + " " + dataset.release().release());
        px.texts("SOURCE", language.of(publisher));
        px.texts("INFOFILE", dataset.id());
    }

    private static void notes(PxText px, Slice slice, Language language) throws IOException {
        for (Note note : slice.dataset().notes()) {
            px.texts(note.mandatory() ? "NOTEX" : "NOTE", language.of(note.text()));
        }
        for (Slice.Part part : slice.parts()) {
            String variable = PxText.key(language.of(part.dimension().label()));
            for (Note note : part.dimension().notes()) {
                px.texts((note.mandatory() ? "NOTEX" : "NOTE") + "(" + variable + ")", language.of(note.text()));
            }
            for (int i = 0; i < part.size(); i++) {
                String value = PxText.key(names(part, language).get(i));
                for (Note note : part.value(i).notes()) {
                    String keyword = note.mandatory() ? "VALUENOTEX" : "VALUENOTE";
                    px.texts(keyword + "(" + variable + "," + value + ")", language.of(note.text()));
                }
            }
        }
        px.texts("DATASYMBOL1", Status.NOT_APPLICABLE.symbol());
        px.texts("DATASYMBOL2", Status.NOT_AVAILABLE.symbol());
        px.texts("DATASYMBOL3", Status.SUPPRESSED.symbol());
        px.texts("TABLEID", slice.dataset().id());
    }

    private static void data(Writer out, Slice slice) throws IOException {
        Cells cells = slice.cells();
        int line = slice.heading().stream().mapToInt(Slice.Part::size).reduce(1, Math::multiplyExact);
        out.write("DATA=\r\n");
        for (int i = 0; i < cells.size(); i++) {
            out.write(cells.hasNumber(i) ? cells.plain(i) : slot(cells.status(i)));
            boolean last = i + 1 == cells.size();
            out.write(last ? ";\r\n" : (i + 1) % line == 0 ? "\r\n" : " ");
        }
    }

    private static String slot(Status status) {
        return switch (status) {
            case NOT_APPLICABLE -> "\".\"";
            case NOT_AVAILABLE, UNRELIABLE -> "\"..\"";
            case SUPPRESSED -> "\"...\"";
            case VALUE -> throw new IllegalArgumentException("a number has no slot");
        };
    }
}
