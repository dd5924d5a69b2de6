package se.tillsyn.web.http;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Addresses outside the interfaces that programs read: files of releases, the index, feeds, the catalogue, lasting addresses,
 * and the files of a page. All are open to scripts of any site.
 */
final class DataPaths {

    /**
     * Those that take parameters that they do not know, as the interfaces do; as patterns of Spring. The files of a page take
     * what the page takes.
     */
    static final List<String> TOLERANT = List.of(
            "/releases.json", "/releases.atom", "/releases.ics", "/releases/**", "/datasets/dcat", "/id/dataset/**");

    private static final Pattern FILE_OF_A_PAGE = Pattern.compile("/(sv|en)/.+\\.(csv|json|svg|png)");

    private DataPaths() {}

    static boolean contain(String path) {
        return FILE_OF_A_PAGE.matcher(path).matches()
                || TOLERANT.stream()
                        .anyMatch(pattern -> pattern.endsWith("**")
                                ? path.startsWith(pattern.substring(0, pattern.length() - 2))
                                : path.equals(pattern));
    }
}
