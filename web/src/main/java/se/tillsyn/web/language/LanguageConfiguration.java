package se.tillsyn.web.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * The message files: one for each language, both complete, and no third to fall back on. They are read at the start into
 * one table, since a page asks for a hundred texts.
 */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

    private static final List<String> FILES = List.of("messages", "regional");

    @Bean
    MessageSource messageSource() throws IOException {
        StaticMessageSource messages = new StaticMessageSource();
        for (Language language : Language.values()) {
            for (String file : FILES) {
                messages.addMessages(texts(file + "_" + language.code() + ".properties"), language.locale());
            }
        }
        return messages;
    }

    private static Map<String, String> texts(String file) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        PropertiesLoaderUtils.loadProperties(new EncodedResource(new ClassPathResource(file), StandardCharsets.UTF_8))
                .forEach((key, text) -> texts.put(key.toString(), text.toString()));
        return texts;
    }
}
