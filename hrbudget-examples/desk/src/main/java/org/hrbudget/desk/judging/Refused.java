package org.hrbudget.desk.judging;

import java.io.Serial;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Something that the desk does not take, and why, in words that its user understands. */
public final class Refused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient MessageSourceResolvable reason;

    /**
     * Makes one.
     *
     * @param key the key of the words
     * @param values what they name
     */
    public Refused(String key, String... values) {
        super(key);
        this.reason = new DefaultMessageSourceResolvable(new String[] {key}, values);
    }

    /** {@return what is wrong and what to do} */
    public String message(MessageSource words, Locale locale) {
        return words.getMessage(reason, locale);
    }
}
