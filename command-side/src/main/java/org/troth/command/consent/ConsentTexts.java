package org.troth.command.consent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.troth.command.consent.ConsentRequest.PublishedText;
import org.troth.events.confidential.Digests;
import org.troth.events.consent.ConsentEvent;
import org.troth.events.consent.ConsentEvent.ShownText;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.SaidInAnotherLanguage;

/**
 * The published texts of consent, each with the questions about it. A published version is never edited;
 * {@code consent-texts/published.txt} lists them, newest last. What is shown is byte for byte what is digested.
 */
@Component
class ConsentTexts implements SaidInAnotherLanguage {

    private static final String FOLDER = "/consent-texts/";

    private final Map<String, PublishedText> byName = new HashMap<>();
    private final Map<String, PublishedText> newest = new HashMap<>();
    private final Map<PublishedText, TextQuestions> questions = new HashMap<>();
    private final Map<String, AnswerWords> words = new HashMap<>();

    ConsentTexts(Digests digests) {
        for (String line : read("published.txt").lines().toList()) {
            List<String> parts = List.of(line.split(" "));
            String name = parts.get(0);
            String language = parts.get(1);
            int version = Integer.parseInt(parts.get(2));
            String file = name + "." + language + ".v" + version;
            String text = read(file + ".txt");
            String asked = read(file + ".questions.txt");
            PublishedText published = new PublishedText(name, version, language, digests.sha256(text), text);
            byName.put(key(name, language) + version, published);
            newest.put(key(name, language), published);
            questions.put(published, TextQuestions.about(published, asked, digests.sha256(asked)));
            words.computeIfAbsent(language, each -> AnswerWords.of(read("words." + each + ".txt")));
        }
    }

    /**
     * The newest text of this purpose in this language, or in the same language without its region.
     *
     * @param young in the words for people who are not of age
     */
    Optional<PublishedText> newest(Purpose purpose, String language, boolean young) {
        return newest(purpose.name().toLowerCase(Locale.ROOT) + (young ? ConsentEvent.FOR_YOUNG : ""), language);
    }

    private Optional<PublishedText> newest(String name, String language) {
        return Optional.ofNullable(newest.get(key(name, language)))
                .or(() -> Optional.ofNullable(
                        newest.get(key(name, Locale.forLanguageTag(language).getLanguage()))));
    }

    @Override
    public Optional<ShownText> of(ShownText asked, String language) {
        return asked.language().equals(language)
                ? Optional.of(asked)
                : newest(asked.name(), language)
                        .map(text -> new ShownText(text.name(), text.version(), text.language(), text.sha256()));
    }

    /** The text as it was shown then. Fails when the jar no longer holds it, or holds another text under its name. */
    PublishedText asShown(ShownText shown) {
        PublishedText published = byName.get(key(shown.name(), shown.language()) + shown.version());
        if (published == null || !published.sha256().equals(shown.sha256())) {
            throw new IllegalStateException("a published text of consent is missing or was changed");
        }
        return published;
    }

    /** The questions about a published text. */
    TextQuestions questionsAbout(PublishedText text) {
        TextQuestions about = questions.get(text);
        if (about == null) {
            throw new IllegalStateException("a text of consent was published without questions");
        }
        return about;
    }

    /** What stands around a text where it is answered, in the text's own language. */
    AnswerWords words(PublishedText text) {
        AnswerWords around = words.get(text.language());
        if (around == null) {
            throw new IllegalStateException("a text of consent was published without words for its answers");
        }
        return around;
    }

    Collection<PublishedText> all() {
        return byName.values();
    }

    private static String key(String name, String language) {
        return name + "." + language + ".";
    }

    private static String read(String file) {
        try (InputStream in = ConsentTexts.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the jar holds no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
