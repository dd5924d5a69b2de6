package se.tillsyn.web.page;

import java.util.Locale;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.web.table.TableSource;

/** What the files of a view say of where they are from. */
public final class TableFile {

    private TableFile() {}

    /** Name of a file without its ending, from the release's own codes only. */
    public static String name(Shown shown, String what, String level) {
        String plain = what.toLowerCase(Locale.ROOT).replace('_', '-');
        String synthetic = shown.release().manifest().synthetic() ? "_synthetic" : "";
        return plain + "_" + level + "_" + shown.release().id() + synthetic;
    }

    /** The release behind a view, and the address that always shows the same numbers. */
    public static TableSource source(Shown shown, Address view) {
        Manifest manifest = shown.release().manifest();
        return new TableSource(
                manifest.release(),
                manifest.publishedAt(),
                manifest.synthetic(),
                shown.texts().of(manifest.publisher()),
                manifest.licence(),
                manifest.licenceUrl(),
                shown.lasting(view),
                manifest.notes().stream().map(shown.texts()::of).toList());
    }
}
