package se.tillsyn.web.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * What a site answered.
 *
 * @param status of the answer
 * @param location where it leads on to; empty for nowhere
 * @param packed whether the body is packed by gzip
 * @param last whether the site closes the connection behind it
 */
record Answer(int status, String location, boolean packed, boolean last, ByteBuffer body) {

    String text() {
        byte[] bytes = new byte[body.remaining()];
        body.get(body.position(), bytes);
        try (GZIPInputStream in = packed ? new GZIPInputStream(new ByteArrayInputStream(bytes)) : null) {
            return new String(in == null ? bytes : in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
