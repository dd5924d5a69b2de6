package se.tillsyn.web.table;

import java.util.List;

/**
 * Where a table comes from, for files that have room to say so; texts in one language.
 *
 * @param release identifier of the release
 * @param publishedAt day and time, ISO, UTC
 * @param synthetic whether the release is of synthetic findings
 * @param licence SPDX identifier, with its address
 * @param address of the view; without the host where none is set
 * @param notes that belong to every figure
 */
public record TableSource(
        String release,
        String publishedAt,
        boolean synthetic,
        String publisher,
        String licence,
        String licenceUrl,
        String address,
        List<String> notes) {

    public TableSource {
        notes = List.copyOf(notes);
    }
}
