package se.tillsyn.web.page;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in the site: an entry of the main menu, or of the menu below one of these. */
public enum Section {
    OVERVIEW("menu.overview", null),
    TOPICS("menu.topics", null),
    REGIONS("menu.regions", null),
    COMPARE("menu.compare", null),
    INEQUALITY("menu.inequality", null),
    WAITS("menu.waits", null),
    DATA("menu.data", null),
    RELEASES("menu.releases", null),
    STATISTICS("menu.statistics", null),
    METHOD("menu.method", STATISTICS),
    QUALITY("menu.quality", STATISTICS),
    GLOSSARY("menu.glossary", STATISTICS),
    ACCESSIBILITY("menu.accessibility", STATISTICS),
    ABOUT("menu.about", STATISTICS),
    /** Pages that no menu leads to. */
    NONE("menu.overview", null);

    private final String label;
    private final @Nullable Section above;

    Section(String label, @Nullable Section above) {
        this.label = label;
        this.above = above;
    }

    /** Entries of the main menu, in order. */
    static List<Section> main() {
        return Arrays.stream(values())
                .filter(section -> section.above == null && section != NONE)
                .toList();
    }

    /** Entries of the menu that this page stands in below the main one; empty for none. */
    List<Section> beside() {
        return above == null
                ? List.of()
                : Arrays.stream(values())
                        .filter(section -> section.above == above)
                        .toList();
    }

    /** The entry of the main menu that a page belongs to. */
    Section inMainMenu() {
        return above == null ? this : above;
    }

    /** Key of its name. */
    String label() {
        return label;
    }

    String path(SitePaths paths) {
        return switch (this) {
            case OVERVIEW, NONE -> paths.overview();
            case TOPICS -> paths.topics();
            case REGIONS -> paths.regions();
            case COMPARE -> paths.compareAddress("").text();
            case INEQUALITY -> paths.inequalityAddress("", "").text();
            case WAITS -> paths.waitsAddress("").text();
            case DATA -> paths.data();
            case RELEASES -> paths.releases();
            case STATISTICS, METHOD -> paths.method();
            case QUALITY -> paths.quality();
            case GLOSSARY -> paths.glossary();
            case ACCESSIBILITY -> paths.accessibility();
            case ABOUT -> paths.about();
        };
    }
}
