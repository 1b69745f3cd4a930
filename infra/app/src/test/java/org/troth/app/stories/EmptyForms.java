package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;

/** Sends the forms of a page with nothing in them, past what the browser would ask for: each is shown again with what is missing. */
final class EmptyForms {

    private static final String ASKING = """
            () => {
              window.trothAsking = [...document.querySelectorAll('main form[method=post]')]
                .filter(form => form.querySelector('input[required], textarea[required], select[required]:has(option[value=""])'));
              return window.trothAsking.length;
            }""";

    private static final String SEND = """
            which => {
              const form = window.trothAsking[which];
              for (const at of form.querySelectorAll('input:not([type=hidden]), textarea, select')) {
                if (at.type === 'radio' || at.type === 'checkbox') at.checked = false;
                else if (at.tagName !== 'SELECT' || at.querySelector('option[value=""]')) at.value = '';
              }
              form.noValidate = true;
              form.requestSubmit();
            }""";

    /** Whether everything that must be filled in has a value already, which then also stands for nothing. */
    private static final String PREFILLED = """
            which => [...window.trothAsking[which].querySelectorAll('[required]')].every(at => at.value && at.type !== 'radio')""";

    private EmptyForms() {}

    static void at(String path, Visitor visitor) {
        Page page = visitor.page();
        visitor.goTo(path);
        int forms = (Integer) page.evaluate(ASKING);
        for (int form = 0; form < forms; form++) {
            if (form > 0) {
                visitor.goTo(path);
                page.evaluate(ASKING);
            }
            int which = form;
            boolean prefilled = (Boolean) page.evaluate(PREFILLED, which);
            Response answer = page.waitForNavigation(() -> page.evaluate(SEND, which));
            if (prefilled && answer.status() == 200) {
                visitor.arrived();
                continue;
            }
            assertThat(answer.status())
                    .as("answer to an empty form at %s", Watch.pattern(page))
                    .isIn(400, 409, 422);
            assertThat(page.locator("main form").count())
                    .as("forms at %s", Watch.pattern(page))
                    .isPositive();
            assertThat(page.locator("main .error-summary, main .callout").count())
                    .as("what is said at %s", Watch.pattern(page))
                    .isPositive();
            visitor.arrived();
        }
    }
}
