package se.tillsyn.ingest.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON (RFC 8259, no leniency): one array of objects, or one object a line. Each object is one record; its keys may
 * come in any order. Numbers are taken as they are written and never computed with.
 */
final class JsonRecords {

    /** Records stand one level down in an array; a few more levels are let through to be named as nested values. */
    private static final int MAX_DEPTH = 8;

    private static final int MAX_NUMBER = 1000;
    private static final int MAX_NAME = 4096;

    /** Unknown keys that are told apart; beyond them each counts as new. */
    private static final int TOLD_APART = 1000;

    private final SourceContent content;
    private final Intake intake;
    private final KeyedRecord record;
    private final Set<Integer> unknown = new HashSet<>();

    JsonRecords(SourceContent content, Intake intake) {
        this.content = content;
        this.intake = intake;
        this.record = new KeyedRecord(intake.layout());
    }

    /** Reads the stream to its end. */
    void read(InputStream in, SourceFormat format) throws IOException, RefusedFileException {
        intake.header(record.names(), 0);
        EndWatch text = new EndWatch(text(in));
        try (JsonParser parser = parser(text)) {
            read(parser, text, format);
        }
        intake.lacking(record.neverGiven());
    }

    private static Reader text(InputStream in) throws IOException, RefusedFileException {
        PushbackInputStream start = new PushbackInputStream(in, 3);
        byte[] head = start.readNBytes(3);
        if (StrictUtf8.markLength(head) > 0) {
            throw new RefusedFileException(FileDefect.atPlace(FileRule.JSON_MARK, 1, 1, ""));
        }
        start.unread(head);
        return StrictUtf8.reader(start);
    }

    private static JsonParser parser(Reader text) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER)
                        .maxStringLength(CsvRecords.MAX_FIELD)
                        .maxNameLength(MAX_NAME)
                        .build())
                .build()
                .createParser(ObjectReadContext.empty(), text);
    }

    private void read(JsonParser parser, EndWatch text, SourceFormat format) throws IOException, RefusedFileException {
        try {
            if (format == SourceFormat.JSON) {
                readArray(parser);
            } else {
                readLines(parser);
            }
        } catch (JacksonIOException e) {
            throw failed(e);
        } catch (JacksonException e) {
            // Some kinds have no place of their own.
            TokenStreamLocation place = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            // Not every text that ends too early is told as such: one cut after a comma counts as wrong syntax.
            boolean cut = text.isAtEnd() && !parser.streamReadContext().inRoot();
            FileRule rule = cut ? FileRule.JSON_CUT : ruleOf(e);
            throw intake.refused(FileDefect.atPlace(rule, Math.max(place.getLineNr(), 1), place.getColumnNr(), ""));
        }
    }

    /** Sees whether the parser has asked for more than there is, which it does only when all before is used up. */
    private static final class EndWatch extends FilterReader {

        private boolean atEnd;

        EndWatch(Reader text) {
            super(text);
        }

        boolean isAtEnd() {
            return atEnd;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            atEnd |= n < 0;
            return n;
        }
    }

    private void readArray(JsonParser parser) throws IOException, RefusedFileException {
        parser.nextToken();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            value(parser, token);
        }
        if (parser.nextToken() != null) {
            throw intake.refused(atToken(FileRule.JSON_AFTER_END, parser));
        }
    }

    private void readLines(JsonParser parser) throws IOException {
        long endedOn = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (parser.currentTokenLocation().getLineNr() == endedOn) {
                intake.addDefect(atToken(FileRule.JSON_SAME_LINE, parser));
            }
            value(parser, token);
            endedOn = parser.currentLocation().getLineNr();
        }
    }

    private void value(JsonParser parser, JsonToken token) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            object(parser);
        } else {
            intake.addDefect(atToken(FileRule.JSON_NOT_OBJECT, parser));
            parser.skipChildren();
        }
    }

    private void object(JsonParser parser) throws IOException {
        long line = parser.currentTokenLocation().getLineNr();
        record.begin();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            int field = record.indexOf(name);
            if (field < 0) {
                unknown(parser, name);
            } else if (record.isGiven(field)) {
                intake.addDefect(atToken(FileRule.DUPLICATE_KEY, parser, name));
                parser.nextToken();
                parser.skipChildren();
            } else {
                field(parser, field);
            }
        }
        for (String missing : record.missing()) {
            intake.addDefect(FileDefect.atPlace(FileRule.MISSING_KEY, line, 0, missing));
        }
        record.fill(intake.record(), line);
        intake.take();
    }

    /** Each unknown key is told of once, not in every record. */
    private void unknown(JsonParser parser, String name) {
        boolean isNew = !unknown.contains(name.hashCode());
        if (isNew) {
            TokenStreamLocation place = parser.currentTokenLocation();
            intake.addDefect(new FileDefect(
                    FileRule.UNKNOWN_KEY, place.getLineNr(), place.getColumnNr(), "", "", 0, name.length()));
            if (unknown.size() < TOLD_APART) {
                unknown.add(name.hashCode());
            }
        }
        parser.nextToken();
        parser.skipChildren();
    }

    private void field(JsonParser parser, int field) {
        JsonToken token = parser.nextToken();
        switch (token) {
            case VALUE_NULL -> record.putNothing(field);
            case VALUE_STRING -> putText(parser, field);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> {
                if (record.expects(field) == ExpectedValues.Kind.ANY) {
                    putText(parser, field);
                } else {
                    record.putNothing(field);
                    intake.addDefect(atToken(FileRule.NOT_TEXT, parser, record.name(field)));
                }
            }
            default -> {
                record.putNothing(field);
                intake.addDefect(atToken(FileRule.NESTED_VALUE, parser, record.name(field)));
                parser.skipChildren();
            }
        }
    }

    private void putText(JsonParser parser, int field) {
        char[] text = parser.getStringCharacters();
        int offset = parser.getStringOffset();
        int length = parser.getStringLength();
        int at = record.isRead(field) ? Characters.firstForbidden(text, offset, length) : -1;
        if (at >= 0) {
            long line = parser.currentTokenLocation().getLineNr();
            intake.addDefect(new FileDefect(FileRule.CHARACTER, line, field + 1, record.name(field), "", 0, text[at]));
        }
        if (!record.put(field, text, offset, length)) {
            intake.addDefect(FileDefect.atLine(
                    FileRule.TOO_LONG, parser.currentTokenLocation().getLineNr(), CsvRecords.MAX_RECORD, 0));
        }
    }

    private static FileDefect atToken(FileRule rule, JsonParser parser) {
        return atToken(rule, parser, "");
    }

    private static FileDefect atToken(FileRule rule, JsonParser parser, String name) {
        TokenStreamLocation place = parser.currentTokenLocation();
        return FileDefect.atPlace(rule, place.getLineNr(), place.getColumnNr(), name);
    }

    /** The rule by the exception's kind: its sentence may hold content. */
    private static FileRule ruleOf(JacksonException e) {
        if (e instanceof UnexpectedEndOfInputException) {
            return FileRule.JSON_CUT;
        }
        return e instanceof StreamConstraintsException ? FileRule.JSON_LIMIT : FileRule.JSON_SYNTAX;
    }

    private RefusedFileException failed(JacksonIOException e) throws IOException {
        IOException cause = e.getCause();
        if (cause instanceof CharacterCodingException) {
            return intake.refused(Utf8Position.ofFirstDefect(content));
        }
        throw cause;
    }
}
