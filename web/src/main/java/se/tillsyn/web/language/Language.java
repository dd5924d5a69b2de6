package se.tillsyn.web.language;

import java.util.Locale;
import se.tillsyn.analytics.release.LocalText;

/** A language of the pages; the first part of every page's address. */
public enum Language {
    SV("sv", Locale.forLanguageTag("sv-SE")),
    EN("en", Locale.UK);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** Code in addresses and in {@code lang}. */
    public String code() {
        return code;
    }

    public Locale locale() {
        return locale;
    }

    public Language other() {
        return this == SV ? EN : SV;
    }

    /** A text in this language. */
    public String of(LocalText text) {
        return this == SV ? text.sv() : text.en();
    }

    /** Language of a page address; Swedish for addresses outside the pages. */
    public static Language ofPath(String path) {
        return path.equals("/en") || path.startsWith("/en/") ? EN : SV;
    }

    /** Language of a locale that {@link #locale()} gave. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(EN.code) ? EN : SV;
    }
}
