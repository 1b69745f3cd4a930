package org.troth.command.charter;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.troth.events.charter.CharterEvent.ShownCharter;

/**
 * A published charter, in its parts. Its file begins with the title; each block after an empty line begins with its heading
 * ({@code #}), and holds points ({@code -}) or paragraphs; the last line is what somebody says who has read it ({@code >}).
 *
 * @param text byte for byte what is digested
 * @param sections the first holds the main points
 */
record CharterText(ShownCharter shown, String text, String title, List<Section> sections, String saying) {

    private static final Pattern BLOCK = Pattern.compile("\\n\\s*\\n");
    private static final String HEADING = "# ";
    private static final String POINT = "- ";
    private static final String SAYING = "> ";

    CharterText {
        sections = List.copyOf(sections);
    }

    /** One part under its heading. */
    record Section(String heading, List<String> points, List<String> paragraphs) {

        Section {
            points = List.copyOf(points);
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** Fails for a file that is not written so. */
    static CharterText of(ShownCharter shown, String text) {
        List<String> blocks = List.of(BLOCK.split(text.strip()));
        List<Section> sections = new ArrayList<>();
        for (String block : blocks.subList(1, blocks.size() - 1)) {
            sections.add(section(block.strip().lines().toList()));
        }
        if (sections.isEmpty() || sections.get(0).points().isEmpty()) {
            throw new IllegalStateException("a charter begins with its main points");
        }
        return new CharterText(
                shown,
                text,
                blocks.get(0).strip(),
                sections,
                after(blocks.get(blocks.size() - 1).strip(), SAYING));
    }

    private static Section section(List<String> lines) {
        List<String> points = new ArrayList<>();
        List<String> paragraphs = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith(POINT)) {
                points.add(after(line, POINT));
            } else {
                paragraphs.add(line.strip());
            }
        }
        return new Section(after(lines.get(0), HEADING), points, paragraphs);
    }

    private static String after(String line, String mark) {
        if (!line.startsWith(mark)) {
            throw new IllegalStateException("a charter is not written as it should be");
        }
        return line.substring(mark.length()).strip();
    }

    List<String> mainPoints() {
        return sections.get(0).points();
    }

    /** In which it is written, ltr or rtl. */
    public String direction() {
        return new Bidi(title, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? "ltr" : "rtl";
    }
}
