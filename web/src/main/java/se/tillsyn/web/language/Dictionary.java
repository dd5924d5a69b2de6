package se.tillsyn.web.language;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.tillsyn.analytics.release.LocalText;

/** Finds the texts of a language. */
@Component
public final class Dictionary {

    private final Map<Language, Texts> texts = new EnumMap<>(Language.class);

    public Dictionary(MessageSource messages) {
        for (Language language : Language.values()) {
            texts.put(language, new Texts(messages, language));
        }
    }

    public Texts of(Language language) {
        return Objects.requireNonNull(texts.get(language));
    }

    public Texts of(Locale locale) {
        return of(Language.of(locale));
    }

    /** A text of the message files in both languages, for files that carry labels. */
    public LocalText both(String key) {
        return new LocalText(of(Language.SV).of(key), of(Language.EN).of(key));
    }
}
