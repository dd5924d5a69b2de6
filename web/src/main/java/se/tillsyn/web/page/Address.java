package se.tillsyn.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The one address of a view: a path and parameters in the order they are added, those that say nothing new left out. The
 * release comes last, and only on views of an earlier one.
 */
public final class Address {

    private final String path;
    private final String release;
    private final List<String> parameters = new ArrayList<>();

    Address(String path, String release) {
        this.path = path;
        this.release = release;
    }

    /** Adds a parameter unless it has the value that is meant without it. */
    public Address with(String name, String value, String usual) {
        return value.equals(usual) ? this : with(name, value);
    }

    /** Adds a parameter. */
    public Address with(String name, String value) {
        // Of what codes hold only plus means something else in an address; ~ parts codes and stays readable.
        parameters.add(
                name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%7E", "~"));
        return this;
    }

    /** The address without the host. */
    public String text() {
        return text(release);
    }

    /** The address of the same view of a release by name, whichever is the latest. */
    public String ofRelease(String id) {
        return text(id);
    }

    private String text(String id) {
        List<String> all = new ArrayList<>(parameters);
        if (!id.isEmpty()) {
            all.add(SitePaths.RELEASE + "=" + id);
        }
        return all.isEmpty() ? path : path + "?" + String.join("&", all);
    }
}
