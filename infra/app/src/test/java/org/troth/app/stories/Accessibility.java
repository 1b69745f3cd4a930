package org.troth.app.stories;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.troth.app.stories.Device.Sight;

/**
 * Looks at a page as axe-core does, on phone and desktop, in light and dark; and whether anything stands over the edge. The page
 * keeps its Content-Security-Policy: axe comes in through the browser, not through the page.
 */
final class Accessibility {

    /** WCAG 2.0, 2.1 and 2.2 at levels A and AA, and what axe calls best practice. */
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

    /** All that another colour scheme can change. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final String RUN = """
        async only => {
          const found = await axe.run(document, { runOnly: only, rules: { 'target-size': { enabled: only.type === 'tag' } }, resultTypes: ['violations'], elementRef: false, preload: false });
          return found.violations.flatMap(rule => rule.nodes.map(node =>
            `${rule.id} (${rule.impact}): ${rule.help}\\n      ${node.target.join(' ')}\\n      ${node.html.slice(0, 240)}\\n      `
            + (node.failureSummary || '').replace(/\\s*\\n\\s*/g, ' ').slice(0, 400)));
        }\
        """;

    private static final String OVER_THE_EDGE = """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const wide = [...document.body.querySelectorAll('*')]
            .filter(at => at.getBoundingClientRect().right > width + 1 || at.getBoundingClientRect().left < -1)
            .map(at => at.tagName.toLowerCase() + (at.className ? '.' + String(at.className).replaceAll(' ', '.') : ''));
          return [`over the edge: ${document.documentElement.scrollWidth} px wide where ${width} can be seen: `
            + [...new Set(wide)].slice(0, 8).join(', ')];
        }\
        """;

    private static final int NARROWEST = 320;

    private static final String AXE = source();

    private Accessibility() {}

    /** Findings as lines to read, each under the sight it was met in; empty when there is nothing to find. */
    static List<String> findings(Page page) {
        var before = page.viewportSize();
        List<String> findings = new ArrayList<>();
        if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(AXE);
        }
        for (Sight sight : Device.sights()) {
            show(page, sight);
            Map<String, Object> only = sight.scheme() == ColorScheme.LIGHT
                    ? Map.of("type", "tag", "values", RULES)
                    : Map.of("type", "rule", "values", COLOURS);
            for (Object finding : (List<?>) page.evaluate(RUN, only)) {
                findings.add("[" + sight.words() + "] " + finding);
            }
            for (Object finding : (List<?>) page.evaluate(OVER_THE_EDGE)) {
                findings.add("[" + sight.words() + "] " + finding);
            }
        }
        page.setViewportSize(NARROWEST, before.height);
        for (Object finding : (List<?>) page.evaluate(OVER_THE_EDGE)) {
            findings.add("[" + NARROWEST + " px] " + finding);
        }
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE));
        page.setViewportSize(before.width, before.height);
        return findings;
    }

    static void show(Page page, Sight sight) {
        page.setViewportSize(sight.device().width, sight.device().height);
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(sight.scheme()).setReducedMotion(ReducedMotion.REDUCE));
    }

    private static String source() {
        try (InputStream in = Objects.requireNonNull(Accessibility.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
