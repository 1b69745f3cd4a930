package org.troth.command.account;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.Phrase;
import org.troth.events.Moments;

/**
 * Pages that show a secret once. Such a page is the answer to its own POST, so that the secret is never kept for a
 * redirect; every other act on an account ends in one.
 */
@Component
final class SecretPages {

    private final Clock clock;

    SecretPages(Clock clock) {
        this.clock = clock;
    }

    /** The page, which says so when the secret was shown before. */
    ModelAndView show(String view, Phrase title, Issued issued) {
        ModelAndView page = new ModelAndView(view);
        page.addObject("title", title);
        page.addObject("secret", issued.secret());
        Instant expiresAt = issued.expiresAt();
        page.addObject("until", expiresAt == null ? "" : until(expiresAt));
        page.addObject("position", issued.outcome().position());
        return page;
    }

    String until(Instant moment) {
        return Moments.plain(moment, clock.getZone(), LocaleContextHolder.getLocale());
    }

    boolean over(Instant moment) {
        return !clock.instant().isBefore(moment);
    }

    /** What was asked for, or the form again with what is wrong beside its field or above it. */
    static ModelAndView orAgain(ModelAndView form, Supplier<ModelAndView> act) {
        try {
            return act.get();
        } catch (Invalid invalid) {
            Map<String, Phrase> errors = new LinkedHashMap<>();
            invalid.faults().forEach(fault -> errors.putIfAbsent(fault.field(), fault.words()));
            form.addObject("errors", errors);
            form.setStatus(HttpStatus.BAD_REQUEST);
        } catch (AccountRefused refused) {
            String field = refused.field();
            if (field == null) {
                form.addObject("refused", refused.words());
            } else {
                form.addObject("errors", Map.of(field, refused.words()));
            }
            form.setStatus(HttpStatus.CONFLICT);
        }
        return form;
    }

    /** 303 to the page where one signs in, since the account has changed; that page says which of these it was. */
    static ModelAndView signIn(String said) {
        ModelAndView next = new ModelAndView("redirect:/sign-in?said=" + said);
        next.setStatus(HttpStatus.SEE_OTHER);
        return next;
    }
}
