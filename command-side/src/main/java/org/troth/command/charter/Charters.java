package org.troth.command.charter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.law.CodeList;
import org.troth.events.charter.CharterEvent.ShownCharter;
import org.troth.events.charter.PublishedCharter;
import org.troth.events.confidential.Digests;

/**
 * The published charters of a volunteer's role. A published version is never edited; {@code charter/published.txt} lists
 * them, and the newest version is published in English at least.
 */
@Component
class Charters implements PublishedCharter {

    private static final String FOLDER = "/charter/";
    private static final String PLAIN = "en";

    private final Map<String, CharterText> texts = new TreeMap<>();
    private final CharterText plain;

    Charters(Digests digests) {
        int newest = 0;
        for (String line : read("published.txt").lines().toList()) {
            List<String> parts = List.of(line.split(" "));
            String name = parts.get(0);
            String language = parts.get(1);
            int version = Integer.parseInt(parts.get(2));
            String text = read(name + "." + language + ".v" + version + ".txt");
            texts.put(
                    key(version, language),
                    CharterText.of(new ShownCharter(name, version, language, digests.sha256(text)), text));
            newest = Math.max(newest, version);
        }
        CharterText english = texts.get(key(newest, PLAIN));
        if (english == null) {
            throw new IllegalStateException("the newest charter is not published in English");
        }
        plain = english;
    }

    private static String key(int version, String language) {
        return version + "." + language;
    }

    @Override
    public int version() {
        return plain.shown().version();
    }

    /** Its name, which stays the same over all versions. */
    String name() {
        return plain.shown().name();
    }

    /** The newest in this language, or in the same language without its region, or in English. */
    CharterText newest(@Nullable String language) {
        if (language == null || language.isBlank()) {
            return plain;
        }
        return published(version(), language)
                .or(() -> published(version(), Locale.forLanguageTag(language).getLanguage()))
                .orElse(plain);
    }

    /** This version in this language, if it was ever published so. */
    Optional<CharterText> published(int version, String language) {
        return Optional.ofNullable(texts.get(key(version, language)));
    }

    /** In which the newest is published, English first. */
    List<String> languages() {
        List<String> others = texts.values().stream()
                .filter(each -> each.shown().version() == version())
                .map(each -> each.shown().language())
                .filter(each -> !each.equals(PLAIN))
                .sorted()
                .toList();
        return Stream.concat(Stream.of(PLAIN), others.stream()).toList();
    }

    /** Every text that was ever published. */
    List<CharterText> all() {
        return List.copyOf(texts.values());
    }

    @Override
    public MainPoints mainPoints(String language) {
        CharterText text = newest(language);
        return new MainPoints(text.shown().language(), text.direction(), text.mainPoints());
    }

    @Override
    public List<String> outside() {
        return List.copyOf(CodeList.OUTSIDE.codes());
    }

    private static String read(String file) {
        try (InputStream in = Charters.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the jar holds no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
