package se.tillsyn.web.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the parameters that a page takes; a page without it takes none. Each may stand once. A page that is made from
 * {@link se.tillsyn.web.page.Shown} takes {@code release} besides.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TakesParameters {
    /** Parameters that hold codes, or several parted by {@code ~}. */
    String[] value() default {};

    /** Parameters that hold words of a reader's own, 80 characters at most. */
    String[] words() default {};
}
