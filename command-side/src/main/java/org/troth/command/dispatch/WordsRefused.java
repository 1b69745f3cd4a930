package org.troth.command.dispatch;

/** The participant wants no more words of others on their record. What was typed comes back; without these words it can be sent. */
public final class WordsRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private WordsRefused(Phrase words, String field) {
        super("words-stopped", words, field);
    }

    static WordsRefused inField(String field) {
        return new WordsRefused(Phrase.of("command.dispatch.words-stopped"), field);
    }

    static WordsRefused whole(String field) {
        return new WordsRefused(Phrase.of("command.dispatch.words-stopped-whole"), field);
    }
}
