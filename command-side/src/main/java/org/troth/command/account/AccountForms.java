package org.troth.command.account;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.Replies;
import org.troth.events.AccountId;
import org.troth.events.TokenId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;

/**
 * Accounts for people. A page that shows a secret is the answer to its own POST, so that the secret is never kept for a
 * redirect; every other act ends in one.
 */
@Controller
@RequestMapping(AccountForms.PATH)
class AccountForms {

    static final String PATH = "/accounts";
    private static final String KEY = "idempotencyKey";
    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private final AdministratorDesk administrators;
    private final HolderDesk holders;
    private final Clock clock;

    AccountForms(AdministratorDesk administrators, HolderDesk holders, Clock clock) {
        this.administrators = administrators;
        this.holders = holders;
        this.clock = clock;
    }

    @PostMapping
    ModelAndView invite(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable List<@Nullable String> roles) {
        Issued issued = administrators.invite(new Asked(actor, request, key, PATH), name, person, roles);
        return code(issued, "The invitation is ready");
    }

    @GetMapping("/opening")
    ModelAndView opening() {
        return new ModelAndView("account/opening");
    }

    @PostMapping("/opening")
    Object open(
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String password,
            RedirectAttributes next) {
        try {
            holders.open(request, key, PATH + "/opening", new HolderDesk.Opening(name, code, password, false));
        } catch (Invalid invalid) {
            Map<String, String> errors = new LinkedHashMap<>();
            invalid.faults().forEach(fault -> errors.putIfAbsent(fault.field(), fault.message()));
            return again(errors, HttpStatus.BAD_REQUEST);
        } catch (AccountRefused refused) {
            String field = refused.field();
            return again(Map.of(field == null ? "code" : field, refused.plain()), HttpStatus.CONFLICT);
        }
        next.addFlashAttribute("flash", "Your account is open. Sign in with the password you chose.");
        RedirectView signIn = new RedirectView("/sign-in", true);
        signIn.setStatusCode(HttpStatus.SEE_OTHER);
        return signIn;
    }

    private static ModelAndView again(Map<String, String> errors, HttpStatusCode status) {
        ModelAndView page = new ModelAndView("account/opening", Map.of("errors", errors));
        page.setStatus(status);
        return page;
    }

    @PostMapping("/{account}/roles")
    ResponseEntity<Void> giveRole(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account,
            @RequestParam(required = false) @Nullable String role) {
        return Replies.seeOther(
                PATH,
                administrators.giveRole(
                        new Asked(actor, request, key, PATH + "/{account}/roles"), new AccountId(account), role));
    }

    @PostMapping("/{account}/roles/{role}/taking")
    ResponseEntity<Void> takeRole(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account,
            @PathVariable String role) {
        return Replies.seeOther(
                PATH,
                administrators.takeRole(
                        new Asked(actor, request, key, PATH + "/{account}/roles/{role}/taking"),
                        new AccountId(account),
                        role));
    }

    @PostMapping("/{account}/lock")
    ResponseEntity<Void> lock(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account) {
        return Replies.seeOther(
                PATH,
                administrators.lock(new Asked(actor, request, key, PATH + "/{account}/lock"), new AccountId(account)));
    }

    @PostMapping("/{account}/unlock")
    ResponseEntity<Void> unlock(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account) {
        return Replies.seeOther(
                PATH,
                administrators.unlock(
                        new Asked(actor, request, key, PATH + "/{account}/unlock"), new AccountId(account)));
    }

    @PostMapping("/{account}/leaving")
    ResponseEntity<Void> leave(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account) {
        return Replies.seeOther(
                PATH,
                administrators.leave(
                        new Asked(actor, request, key, PATH + "/{account}/leaving"), new AccountId(account)));
    }

    @PostMapping("/{account}/reset")
    ModelAndView reset(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account) {
        Issued issued =
                administrators.reset(new Asked(actor, request, key, PATH + "/{account}/reset"), new AccountId(account));
        return code(issued, "A new code is ready");
    }

    @PostMapping("/{account}/password")
    RedirectView changePassword(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account,
            @RequestParam(required = false) @Nullable String current,
            @RequestParam(required = false) @Nullable String password) {
        holders.changePassword(
                new Asked(actor, request, key, PATH + "/{account}/password"),
                new AccountId(account),
                current,
                password);
        RedirectView signIn = new RedirectView("/sign-in", true);
        signIn.setStatusCode(HttpStatus.SEE_OTHER);
        return signIn;
    }

    @PostMapping("/{account}/tokens")
    ModelAndView issueToken(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account,
            @RequestParam(required = false) @Nullable String days) {
        Issued issued = holders.issueToken(
                new Asked(actor, request, key, PATH + "/{account}/tokens"), new AccountId(account), days);
        return secret("account/token", issued, "The token is ready");
    }

    @PostMapping("/{account}/tokens/{token}/revocation")
    ResponseEntity<Void> revoke(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account,
            @PathVariable UUID token) {
        Asked asked = new Asked(actor, request, key, PATH + "/{account}/tokens/{token}/revocation");
        return Replies.seeOther(
                actor.is(Role.ADMINISTRATOR) ? PATH : "/",
                administrators.revoke(asked, new AccountId(account), new TokenId(token)));
    }

    private ModelAndView code(Issued issued, String title) {
        return secret("account/code", issued, title);
    }

    private ModelAndView secret(String view, Issued issued, String title) {
        ModelAndView page = new ModelAndView(view);
        page.addObject("title", title);
        page.addObject("secret", issued.secret());
        Instant expiresAt = issued.expiresAt();
        page.addObject("until", expiresAt == null ? "" : UNTIL.format(expiresAt.atZone(clock.getZone())));
        page.addObject("position", issued.outcome().position());
        return page;
    }
}
