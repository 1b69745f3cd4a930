package org.troth.command.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.command.dispatch.Choice;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Replies;
import org.troth.events.AccountId;
import org.troth.events.TokenId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;

/** What an administrator does with accounts, for people. */
@Controller
@RequestMapping(AccountForms.PATH)
class AccountForms {

    static final String PATH = "/accounts";
    private static final String KEY = "idempotencyKey";
    private static final String LOST = "lost";
    private static final List<Choice> CHOICES = List.of(
            new Choice("COORDINATOR", Phrase.of("command.account.role.COORDINATOR")),
            new Choice(Role.PERSON, Phrase.of("command.account.role.PERSON")),
            new Choice("SECOND_CONTACT", Phrase.of("command.account.role.SECOND_CONTACT")),
            new Choice("AUDITOR", Phrase.of("command.account.role.AUDITOR")),
            new Choice("ADMINISTRATOR", Phrase.of("command.account.role.ADMINISTRATOR")));

    private final AdministratorDesk administrators;
    private final SecretPages secrets;

    AccountForms(AdministratorDesk administrators, SecretPages secrets) {
        this.administrators = administrators;
        this.secrets = secrets;
    }

    @PostMapping
    ModelAndView invite(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable List<@Nullable String> roles) {
        Errand errand = new Errand(actor, request, key, PATH);
        return SecretPages.orAgain(
                form(name, person, roles),
                () -> secrets.show(
                        "account/code",
                        Phrase.of("command.account.invite.ready"),
                        administrators.invite(errand, name, person, roles)));
    }

    @GetMapping("/new")
    ModelAndView invitation(Actor actor, RequestId request) {
        administrators.only(new Errand(actor, request, null, PATH + "/new"), null);
        return form(null, null, null);
    }

    private static ModelAndView form(
            @Nullable String name, @Nullable String person, @Nullable List<@Nullable String> roles) {
        ModelAndView form = new ModelAndView("account/invitation");
        form.addObject("choices", CHOICES);
        form.addObject("name", name);
        form.addObject("person", person);
        form.addObject("chosen", roles == null ? List.of() : roles);
        return form;
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
                        new Errand(actor, request, key, PATH + "/{account}/roles"), new AccountId(account), role));
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
                        new Errand(actor, request, key, PATH + "/{account}/roles/{role}/taking"),
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
                administrators.lock(new Errand(actor, request, key, PATH + "/{account}/lock"), new AccountId(account)));
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
                        new Errand(actor, request, key, PATH + "/{account}/unlock"), new AccountId(account)));
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
                        new Errand(actor, request, key, PATH + "/{account}/leaving"), new AccountId(account)));
    }

    @PostMapping("/{account}/reset")
    ModelAndView reset(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account,
            @RequestParam(required = false) @Nullable String factor) {
        Issued issued = administrators.reset(
                new Errand(actor, request, key, PATH + "/{account}/reset"),
                new AccountId(account),
                LOST.equals(factor));
        return secrets.show("account/code", Phrase.of("command.account.code.ready"), issued);
    }

    @PostMapping("/{account}/tokens/{token}/revocation")
    ResponseEntity<Void> revoke(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account,
            @PathVariable UUID token) {
        Errand errand = new Errand(actor, request, key, PATH + "/{account}/tokens/{token}/revocation");
        return Replies.seeOther(
                actor.is(Role.ADMINISTRATOR) ? PATH : HolderForms.OWN,
                administrators.revoke(errand, new AccountId(account), new TokenId(token)));
    }
}
