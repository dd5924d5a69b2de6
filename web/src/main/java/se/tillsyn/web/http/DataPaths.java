package se.tillsyn.web.http;

import java.util.List;

/**
 * Addresses outside the interfaces that programs read: files of releases, the index, feeds, the catalogue, lasting addresses.
 * They are open to scripts of any site and take parameters that they do not know, as the interfaces do.
 */
final class DataPaths {

    /** As patterns of Spring. */
    static final List<String> PATTERNS = List.of(
            "/releases.json", "/releases.atom", "/releases.ics", "/releases/**", "/datasets/dcat", "/id/dataset/**");

    private DataPaths() {}

    static boolean contain(String path) {
        return PATTERNS.stream()
                .anyMatch(pattern -> pattern.endsWith("**")
                        ? path.startsWith(pattern.substring(0, pattern.length() - 2))
                        : path.equals(pattern));
    }
}
