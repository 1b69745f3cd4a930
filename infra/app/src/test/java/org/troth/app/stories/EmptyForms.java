package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;

/** Sends the forms of a page with nothing in them, past what the browser would ask for: each is shown again with what is missing. */
final class EmptyForms {

    /** A token for no number of days is one for as many as usual: nothing is missing there. */
    private static final String ASKING = """
            () => {
              window.trothAsking = [...document.querySelectorAll('main form[method=post]:not([action$="/tokens"])')]
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
            Response answer = page.waitForNavigation(() -> page.evaluate(SEND, which));
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
