package org.troth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** WCAG 2.2: 4.5 to 1 for text, 3 to 1 for edges and shapes, in the light and in the dark. */
class ReadingColoursTest {

    private static final Pattern TOKEN =
            Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});(?: /\\* (on|edge-on): ([a-z -]+) \\*/)?");

    record Pair(String theme, String ink, String ground, String inkColour, String groundColour, double least) {}

    static Stream<Pair> pairs() throws IOException {
        String css = Files.readString(Path.of("src/main/resources/static/shell/troth.css"));
        String light = css.substring(css.indexOf(":root {"), css.indexOf("@media (prefers-color-scheme: dark)"));
        String dark = css.substring(css.indexOf("@media (prefers-color-scheme: dark)"));
        dark = dark.substring(0, dark.indexOf("}"));
        Map<String, String> inLight = colours(light);
        Map<String, String> inDark = new LinkedHashMap<>(inLight);
        inDark.putAll(colours(dark));
        List<Pair> pairs = new ArrayList<>();
        Matcher token = TOKEN.matcher(light);
        while (token.find()) {
            if (token.group(4) == null) {
                continue;
            }
            double least = token.group(3).equals("on") ? 4.5 : 3;
            for (String ground : token.group(4).trim().split(" ")) {
                pairs.add(pair("light", token.group(1), ground, inLight, least));
                pairs.add(pair("dark", token.group(1), ground, inDark, least));
            }
        }
        return pairs.stream();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void canBeToldApart(Pair pair) {
        assertThat(contrast(pair.inkColour, pair.groundColour))
                .as("%s on %s, %s", pair.ink, pair.ground, pair.theme)
                .isGreaterThanOrEqualTo(pair.least);
    }

    @Test
    void coversEveryColourThatIsWrittenWith() throws IOException {
        String css = Files.readString(Path.of("src/main/resources/static/shell/troth.css"));
        List<String> checked = pairs().map(Pair::ink).distinct().toList();
        Matcher used = Pattern.compile("(?<![a-z-])color: var\\(--([a-z-]+)\\)").matcher(css);
        int seen = 0;
        while (used.find()) {
            seen++;
            assertThat(checked).contains(used.group(1));
        }
        assertThat(seen).isGreaterThan(30);
    }

    @Test
    void measuresAsTheGuidelinesDo() {
        assertThat(contrast("#000000", "#ffffff")).isEqualTo(21);
        assertThat(contrast("#777777", "#ffffff")).isBetween(4.47, 4.49);
    }

    private static Pair pair(String theme, String ink, String ground, Map<String, String> colours, double least) {
        assertThat(colours).containsKeys(ink, ground);
        return new Pair(theme, ink, ground, colours.get(ink), colours.get(ground), least);
    }

    private static Map<String, String> colours(String css) {
        Map<String, String> colours = new LinkedHashMap<>();
        Matcher token = TOKEN.matcher(css);
        while (token.find()) {
            colours.put(token.group(1), token.group(2));
        }
        return colours;
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] parts = new double[3];
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            parts[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
}
