package org.troth.app.stories;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Goes through a page with the tab key alone: whatever can be worked is met, and shows that it has the focus. */
final class Keyboard {

    private static final String START = """
            () => {
              const shut = at => [...document.querySelectorAll('details:not([open])')]
                .some(fold => fold.contains(at) && !(at.tagName === 'SUMMARY' && at.parentElement === fold));
              const unmet = window.trothUnmet = new Set([...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
                .filter(at => at.type !== 'hidden' && !at.disabled && !shut(at) && at.getClientRects().length > 0)
                .filter(at => {
                  if (at.type !== 'radio') return true;
                  const group = [...document.getElementsByName(at.name)];
                  return at === (group.find(one => one.checked) || group[0]);
                }));
              window.trothUnseen = new Set();
              window.trothMet ??= document.addEventListener('focusin', ({ target: at }) => {
                if (!window.trothUnmet.delete(at)) return;
                const style = getComputedStyle(at);
                const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
                if (!seen) window.trothUnseen.add(at);
              }) ?? true;
              document.activeElement.blur();
              window.getSelection().removeAllRanges();
              return unmet.size;
            }""";

    /** What the page has replaced by itself in the meantime cannot be come to any more. */
    private static final String LEFT = """
            () => {
              window.trothUnmet.forEach(at => at.isConnected || window.trothUnmet.delete(at));
              return window.trothUnmet.size;
            }""";

    private static final String FOUND = """
            () => {
              document.activeElement.blur();
              window.scrollTo(0, 0);
              return [...[...window.trothUnseen].map(at => 'unseen ' + at.outerHTML.slice(0, 120)),
                      ...[...window.trothUnmet].filter(at => at.isConnected).map(at => 'not reached: ' + at.outerHTML.slice(0, 120))];
            }""";

    /** A field of a day and its parts are as many steps; and round the end of the page there is one more. */
    private static final int STEPS_WITHOUT_MEETING_ANY = 8;

    private Keyboard() {}

    /** What the tab key does not come to, or comes to unseen. */
    static List<String> findings(Page page) {
        int left = (Integer) page.evaluate(START);
        for (int before = left + 1; left > 0 && left < before; ) {
            before = left;
            for (int step = 0; step < left + STEPS_WITHOUT_MEETING_ANY; step++) {
                page.keyboard().press("Tab");
            }
            left = (Integer) page.evaluate(LEFT);
        }
        List<String> findings = new ArrayList<>();
        for (Object found : (List<?>) page.evaluate(FOUND)) {
            findings.add("[keyboard] " + found);
        }
        return findings;
    }
}
