package org.troth.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What somebody answers who has read a text of consent: the right answers of the questions that were published with it. */
public final class RightAnswers {

    private RightAnswers() {}

    /** As the API takes them. */
    public static Map<String, ?> to(String purpose) {
        List<String> answers = new ArrayList<>();
        for (List<String> block : blocks(purpose)) {
            answers.add(String.valueOf((char) ('a' + right(block))));
        }
        return Map.of("answers", answers);
    }

    /** As they stand beside their buttons. */
    public static List<String> wordsOf(String purpose) {
        return blocks(purpose).stream()
                .map(block -> block.get(1 + right(block)).substring(2))
                .toList();
    }

    /** The passage that somebody is shown again who answered the first question wrongly. */
    public static String firstPassage(String purpose) {
        List<String> block = blocks(purpose).get(0);
        return block.get(block.size() - 1).substring(2);
    }

    private static int right(List<String> block) {
        return Integer.parseInt(block.get(block.size() - 2).substring(2));
    }

    private static List<List<String>> blocks(String purpose) {
        String file = "/consent-texts/" + purpose.toLowerCase(Locale.ROOT) + ".en.v1.questions.txt";
        try (InputStream in = Objects.requireNonNull(RightAnswers.class.getResourceAsStream(file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.strip().split("\n\n")).stream()
                    .map(block -> block.lines().toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
