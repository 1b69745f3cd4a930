package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The hands of a visitor: they find what they work by its words, with a mouse or with the keyboard alone. */
final class Hands {

    private static final int MOST_TABS = 400;

    private final Page page;
    private final Way way;

    Hands(Page page, Way way) {
        this.page = page;
        this.way = way;
    }

    // Finding

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator intention(String intention, String field, String value) {
        String says = field.isEmpty() ? "" : ":has([name='%s'][value='%s'])".formatted(field, value);
        return page.locator("form[method=post][action$='/%s']%s".formatted(intention, says));
    }

    /** Opens what is folded around it. */
    Locator reveal(Locator target) {
        Locator folded = target.locator("xpath=ancestor::details[not(@open)]/summary");
        for (int i = 0; i < 3 && folded.count() > 0; i++) {
            activate(folded.first());
        }
        return target;
    }

    // Filling in

    void fill(String label, String value) {
        Locator field = field(label);
        if (way == Way.KEYBOARD) {
            tabTo(field);
            page.keyboard().press("Control+a");
            page.keyboard().insertText(value);
        } else {
            field.fill(value);
        }
    }

    void fill(String label, LocalDate day) {
        Locator field = field(label);
        if (way == Way.KEYBOARD) {
            tabTo(field);
            page.keyboard().type(day.format(DateTimeFormatter.ofPattern("MMddyyyy")));
            assertThat(field.inputValue()).isEqualTo(day.toString());
        } else {
            field.fill(day.toString());
        }
    }

    /** A radio button, a box, or an option of a list. */
    void choose(String label) {
        Locator choice = field(label);
        if (way != Way.KEYBOARD) {
            choice.check();
        } else if ("radio".equals(choice.getAttribute("type"))) {
            arrowTo(choice);
        } else {
            tabTo(choice);
            page.keyboard().press("Space");
        }
        assertThat(choice.isChecked()).as("%s is chosen", label).isTrue();
    }

    void choose(String list, String option) {
        Locator field = field(list);
        if (way == Way.KEYBOARD) {
            tabTo(field);
            page.keyboard().type(option);
        } else {
            field.selectOption(new SelectOption().setLabel(option));
        }
        assertThat(field.locator("option:checked").textContent().strip()).isEqualTo(option);
    }

    void upload(String label, Path file) {
        field(label).setInputFiles(file);
    }

    /** Types into a field and sends its form with the key for it, or with its button. */
    void send(Locator form, String field, String value) {
        Locator at = form.locator("input[name=%s]".formatted(field));
        if (way == Way.KEYBOARD) {
            tabTo(at);
            page.keyboard().insertText(value);
            leaveBy(() -> page.keyboard().press("Enter"));
        } else {
            at.fill(value);
            leave(form.locator("button").first());
        }
    }

    // Going on

    /** Goes on by this, until the next page stands; null when there was none to fetch. */
    @Nullable
    Response leave(Locator target) {
        if (target.count() != 1) {
            fail("%s: %d times at %s:%n%s"
                    .formatted(
                            target,
                            target.count(),
                            Watch.pattern(page),
                            page.locator("main").innerText()));
        }
        return leaveBy(() -> activate(target));
    }

    @SuppressWarnings("deprecation")
    private @Nullable Response leaveBy(Runnable act) {
        return page.waitForNavigation(act);
    }

    private void activate(Locator target) {
        if (way == Way.KEYBOARD) {
            tabTo(target);
            page.keyboard().press("Enter");
        } else {
            target.click();
        }
    }

    /** Walks there with the tab key alone, and the place one has reached can be seen. */
    private void tabTo(Locator target) {
        ElementHandle wanted = target.elementHandle();
        for (int i = 0; i < MOST_TABS; i++) {
            if (hasFocus(wanted)) {
                assertThat(page.evaluate("""
                        at => { const style = getComputedStyle(at);
                          return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none'; }""", wanted))
                        .as("%s shows that it has the focus", target)
                        .isEqualTo(true);
                return;
            }
            page.keyboard().press("Tab");
        }
        fail("%s cannot be reached with the tab key at %s".formatted(target, Watch.pattern(page)));
    }

    private void arrowTo(Locator radio) {
        ElementHandle wanted = radio.elementHandle();
        for (int i = 0; i < MOST_TABS; i++) {
            if (Boolean.TRUE.equals(page.evaluate(
                    "at => document.activeElement.name === at.name && document.activeElement.type === 'radio'",
                    wanted))) {
                break;
            }
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Space");
        for (int i = 0; i < 60 && !hasFocus(wanted); i++) {
            page.keyboard().press("ArrowDown");
        }
    }

    private boolean hasFocus(ElementHandle wanted) {
        return Boolean.TRUE.equals(page.evaluate("at => document.activeElement === at", wanted));
    }
}
