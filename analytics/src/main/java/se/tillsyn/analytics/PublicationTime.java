package se.tillsyn.analytics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a minute of publication: an instant, a time with its offset, or a local time with its zone. */
final class PublicationTime implements ITypeConverter<Instant> {

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .optionalStart()
            .appendLiteral('[')
            .appendZoneRegionId()
            .appendLiteral(']')
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** @throws TypeConversionException when the text is no such time, or one that the zone skips or has twice */
    @Override
    public Instant convert(String text) {
        try {
            TemporalAccessor read = FORM.parse(text);
            ZoneId zone = read.query(TemporalQueries.zone());
            if (zone == null) {
                throw wrong("found none of the two");
            }
            LocalDateTime local = LocalDateTime.from(read);
            if (read.query(TemporalQueries.offset()) != null) {
                // An offset beside a zone decides, but must be one that the zone has then.
                var offset = read.query(TemporalQueries.offset());
                if (!zone.getRules().getValidOffsets(local).contains(offset)) {
                    throw wrong("found an offset that the zone does not have then");
                }
                return local.toInstant(offset);
            }
            var offsets = zone.getRules().getValidOffsets(local);
            if (offsets.size() != 1) {
                throw wrong("found a local time that the zone " + (offsets.isEmpty() ? "skips" : "has twice")
                        + "; give an offset");
            }
            return local.toInstant(offsets.get(0));
        } catch (DateTimeException e) {
            throw wrong("found something else of " + text.length() + " characters");
        }
    }

    private static TypeConversionException wrong(String found) {
        return new TypeConversionException(
                "expected a time with Z, an offset or a zone, such as 2026-12-01T07:00:00Z or"
                        + " 2026-12-01T08:00[Europe/Stockholm], " + found);
    }
}
