package org.troth.command.consent;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What stands beside a text of consent where it is answered, in the text's own language. */
record AnswerWords(
        String lead,
        String check,
        String again,
        String understood,
        String yes,
        String no,
        String back,
        String beside,
        String alone,
        String later) {

    static AnswerWords of(String file) {
        Properties words = new Properties();
        try {
            words.load(new StringReader(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AnswerWords(
                said(words, "lead"),
                said(words, "check"),
                said(words, "again"),
                said(words, "understood"),
                said(words, "yes"),
                said(words, "no"),
                said(words, "back"),
                said(words, "beside"),
                said(words, "alone"),
                said(words, "later"));
    }

    private static String said(Properties words, String key) {
        String said = words.getProperty(key);
        if (said == null || said.isBlank()) {
            throw new IllegalStateException("the words beside the texts of consent hold no " + key);
        }
        return said;
    }
}
