package se.tillsyn.web.publication;

import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.web.language.Language;

/**
 * How a release is cited.
 *
 * @param address persistent address of the release
 */
record Citation(Manifest release, String address) {

    private String title() {
        return release.name().en() + ", release " + release.release();
    }

    private String day() {
        return release.publishedAt().substring(0, 10);
    }

    private String year() {
        return release.publishedAt().substring(0, 4);
    }

    /** One line for a list of references. */
    String line(Language language) {
        String synthetic =
                release.synthetic() ? language == Language.SV ? " (syntetiska uppgifter)" : " (synthetic data)" : "";
        String what = language == Language.SV ? "utgåva " : "release ";
        return language.of(release.publisher()) + " (" + year() + "). " + language.of(release.name()) + ", " + what
                + release.release() + synthetic + ". " + address;
    }

    /** {@code CITATION.cff}, version 1.2.0. */
    String cff() {
        return "cff-version: 1.2.0\n"
                + "message: " + quoted("Cite the release that the figures come from.") + '\n'
                + "type: dataset\n"
                + "title: " + quoted(title()) + '\n'
                + "authors:\n"
                + "  - name: " + quoted(release.publisher().en()) + '\n'
                + "version: " + quoted(release.release()) + '\n'
                + "date-released: " + quoted(day()) + '\n'
                + "license: " + quoted(release.licence()) + '\n'
                + "url: " + quoted(address) + '\n';
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    String bibTex() {
        return "@misc{tillsynsatlas-" + release.release() + ",\n"
                + "  author = {{" + braced(release.publisher().en()) + "}},\n"
                + "  title = {" + braced(title()) + "},\n"
                + "  year = {" + year() + "},\n"
                + "  version = {" + release.release() + "},\n"
                + "  url = {" + address + "}\n"
                + "}\n";
    }

    private static String braced(String text) {
        return text.replaceAll("[{}\\\\]", " ").replaceAll("([%&#_$])", "\\\\$1");
    }

    String ris() {
        return "TY  - DATA\r\n"
                + "AU  - " + release.publisher().en() + "\r\n"
                + "TI  - " + title() + "\r\n"
                + "PY  - " + year() + "\r\n"
                + "DA  - " + day().replace('-', '/') + "\r\n"
                + "ET  - " + release.release() + "\r\n"
                + "UR  - " + address + "\r\n"
                + "ER  - \r\n";
    }
}
