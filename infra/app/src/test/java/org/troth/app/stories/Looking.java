package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whatever page somebody comes to is looked at by {@link Accessibility}, once for each of its states. */
final class Looking {

    private static final Set<String> LOOKED_AT = new HashSet<>();

    /** Another set of forms or headings is another state, and so is another language. */
    private static final String STATE = """
        () => document.documentElement.lang + [...document.querySelectorAll('main h1, main h2, main form, main table, main figure, .error-summary, main summary, main .callout, main .empty')]
          .map(at => at.tagName + '.' + at.className + (at.tagName === 'FORM' ? at.getAttribute('action') : ''))
          .filter((at, i, all) => all.indexOf(at) === i).sort().join('|')\
        """;

    private Looking() {}

    static void at(Page page, Watch watch) {
        if (!LOOKED_AT.add(Watch.pattern(page) + " " + Watch.withoutIds(String.valueOf(page.evaluate(STATE))))) {
            return;
        }
        List<String> findings = Accessibility.findings(page);
        Pictures.take(page);
        findings.addAll(Keyboard.findings(page));
        findings.addAll(watch.heard());
        assertThat(findings)
                .as("what axe finds at %s:%n%s", Watch.pattern(page), String.join(System.lineSeparator(), findings))
                .isEmpty();
    }
}
