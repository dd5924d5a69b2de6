package se.tillsyn.web.language;

import org.springframework.context.MessageSource;
import se.tillsyn.analytics.release.LocalText;

/** The texts of one language, with its numbers. */
public final class Texts {

    private final MessageSource messages;
    private final Language language;
    private final Numbers numbers;

    public Texts(MessageSource messages, Language language) {
        this.messages = messages;
        this.language = language;
        this.numbers = new Numbers(language);
    }

    public Language language() {
        return language;
    }

    public Numbers numbers() {
        return numbers;
    }

    /** A text of the message files; arguments are texts already in this language. */
    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language.locale());
    }

    /** A text of the message files, or another when the key, made from a profile's code, has none. */
    public String ofOr(String key, String otherwise) {
        String text = messages.getMessage(key, null, otherwise, language.locale());
        return text == null ? otherwise : text;
    }

    /** A name of a code list's entry, the code itself for one that it lacks. */
    public String nameOf(java.util.Optional<LocalText> name, String code) {
        return name.map(this::of).orElse(code);
    }

    /** A release's own text. */
    public String of(LocalText text) {
        return language.of(text);
    }
}
