package org.troth.command.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.troth.command.consent.ConsentRequest.PublishedText;
import org.troth.command.dispatch.Choice;
import org.troth.command.dispatch.Fields;
import org.troth.events.consent.ConsentEvent.ShownText;

/**
 * The published questions about one text of consent. Each block of their file is a question ({@code ?}), its choices
 * ({@code -}), which of them is right, counted from nought ({@code =}), and the passage of the text that says so ({@code >}).
 *
 * @param shown their name, version and language, and the SHA-256 of their file
 */
record TextQuestions(ShownText shown, List<TextQuestion> questions) {

    private static final Pattern BLOCK = Pattern.compile("\\n\\s*\\n");

    TextQuestions {
        questions = List.copyOf(questions);
    }

    /** One question. */
    record TextQuestion(String words, List<Choice> choices, String right, String passage) {}

    /** Fails for a file that asks nothing, or something that the text does not answer. */
    static TextQuestions about(PublishedText text, String file, String sha256) {
        List<TextQuestion> questions = new ArrayList<>();
        for (String block : BLOCK.split(file.strip())) {
            TextQuestion question = question(block);
            if (!text.text().contains(question.passage())) {
                throw new IllegalStateException("a question asks what the text of consent does not say");
            }
            questions.add(question);
        }
        return new TextQuestions(
                new ShownText(text.name() + "-questions", text.version(), text.language(), sha256), questions);
    }

    private static TextQuestion question(String block) {
        List<String> lines = block.strip().lines().toList();
        List<Choice> choices = new ArrayList<>();
        int at = 1;
        for (; lines.get(at).startsWith("- "); at++) {
            choices.add(new Choice(String.valueOf((char) ('a' + choices.size())), after(lines.get(at), "- ")));
        }
        int right = Integer.parseInt(after(lines.get(at), "= "));
        return new TextQuestion(
                after(lines.get(0), "? "),
                List.copyOf(choices),
                choices.get(right).value(),
                after(lines.get(at + 1), "> "));
    }

    private static String after(String line, String mark) {
        if (!line.startsWith(mark)) {
            throw new IllegalStateException("the questions about a text of consent are not written as they should be");
        }
        return line.substring(mark.length()).strip();
    }

    /** Throws what is wrong with these answers: for each that is missing or wrong, the passage to read again. */
    void check(List<@Nullable String> answers, String again) {
        Fields fields = new Fields();
        for (int at = 0; at < questions.size(); at++) {
            TextQuestion question = questions.get(at);
            String answer = at < answers.size() ? answers.get(at) : null;
            if (answer == null || !answer.strip().equals(question.right())) {
                fields.refuse(field(at), "read-again", again + " " + question.passage());
            }
        }
        fields.check();
    }

    /** The name of the field that holds the answer to a question, counted from nought. */
    static String field(int question) {
        return "question" + (question + 1);
    }
}
