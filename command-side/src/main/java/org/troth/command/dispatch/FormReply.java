package org.troth.command.dispatch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * How a sent form is answered: 303 to the page that shows what was done, or the same form again, holding what was typed,
 * with what is wrong beside its field ({@code errors}) or above the form ({@code refused}), to be said in the language of the page.
 */
public final class FormReply {

    private static final Pattern PARTED = Pattern.compile("[,\\s]+");

    private FormReply() {}

    /** A form sends several values as several fields, or in one line, parted by commas or spaces. */
    public static List<String> listed(@Nullable List<@Nullable String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .filter(Objects::nonNull)
                        .flatMap(PARTED::splitAsStream)
                        .filter(each -> !each.isBlank())
                        .toList();
    }

    /**
     * Acts, and sends on to the page or shows the form again.
     *
     * @param page a path of ours without a query, from the outcome
     * @param form the form as it was sent
     */
    public static ModelAndView to(Function<Outcome, String> page, ModelAndView form, Supplier<Outcome> act) {
        return page(form, () -> {
            Outcome outcome = act.get();
            return page.apply(outcome) + "?at=" + outcome.position();
        });
    }

    /** The same for what records nothing that a page would have to wait for: sends on to the address, or shows the form again. */
    public static ModelAndView page(ModelAndView form, Supplier<String> act) {
        try {
            ModelAndView next = new ModelAndView("redirect:" + act.get());
            next.setStatus(HttpStatus.SEE_OTHER);
            return next;
        } catch (Invalid invalid) {
            Map<String, Phrase> errors = new LinkedHashMap<>();
            invalid.faults().forEach(fault -> errors.putIfAbsent(fault.field(), fault.words()));
            form.addObject("errors", errors);
            form.setStatus(HttpStatus.BAD_REQUEST);
            return form;
        } catch (Refused refused) {
            String field = refused.field();
            if (field == null) {
                form.addObject("refused", refused.words());
            } else {
                form.addObject("errors", Map.of(field, refused.words()));
            }
            form.setStatus(HttpStatus.CONFLICT);
            return form;
        }
    }
}
