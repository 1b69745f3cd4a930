package org.troth.command.dispatch;

import java.io.Serializable;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/**
 * What a decision says to whoever asked. A decision knows no language: a page says it in its own by the key, while programs, exceptions
 * and logs have the English words. Of what stands in no message file yet there are only those.
 *
 * @param key of the message files; absent for words that exist in English alone
 * @param arguments what is put in; a number that comes first picks the form
 * @param english the same in English
 */
public record Phrase(@Nullable String key, List<Object> arguments, String english)
        implements MessageSourceResolvable, Serializable {

    private static final long serialVersionUID = 1L;

    public Phrase {
        arguments = List.copyOf(arguments);
    }

    /** The words under this key, {@code command.<feature>.<what>}. */
    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments), inEnglish(key, arguments));
    }

    /** Words that exist in English alone. */
    public static Phrase english(String words) {
        return new Phrase(null, List.of(), words);
    }

    @Override
    public String @Nullable [] getCodes() {
        return key == null ? null : new String[] {key};
    }

    @Override
    public Object @Nullable [] getArguments() {
        return arguments.toArray();
    }

    @Override
    public @Nullable String getDefaultMessage() {
        return key == null ? english : null;
    }

    @Override
    public String toString() {
        return english;
    }

    private static String inEnglish(String key, Object... arguments) {
        ResourceBundle words = ResourceBundle.getBundle(
                "messages/command/" + key.split("\\.")[1], Locale.ROOT, Phrase.class.getClassLoader());
        String said = key;
        if (!words.containsKey(key) && arguments.length > 0 && arguments[0] instanceof Number number) {
            said = key + (number.longValue() == 1 ? "#one" : "#other");
        }
        return new MessageFormat(words.getString(said), Locale.ENGLISH).format(arguments);
    }
}
