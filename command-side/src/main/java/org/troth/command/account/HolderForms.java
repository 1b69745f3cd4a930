package org.troth.command.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.command.dispatch.Phrase;
import org.troth.events.AccountId;
import org.troth.events.FactorId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** What the holder of an account does with it, for people: open it, change its password, make tokens for programs. */
@Controller
@RequestMapping(AccountForms.PATH)
class HolderForms {

    /** The page of one's own account, which asks the account's stream and so shows what was done a moment ago. */
    static final String OWN = AccountForms.PATH + "/mine";

    private static final String KEY = "idempotencyKey";

    private final HolderDesk holders;
    private final SecretPages secrets;

    HolderForms(HolderDesk holders, SecretPages secrets) {
        this.holders = holders;
        this.secrets = secrets;
    }

    /**
     * A passkey as its holder sees it.
     *
     * @param copied whether another device seems to have it too
     * @param removable whether a second step is left without it, or none is demanded
     */
    record PasskeyLine(Phrase place, String since, String path, boolean copied, boolean removable) {}

    /** A token as its holder sees it: never the secret. */
    record TokenLine(String id, String until, String path) {}

    @GetMapping("/opening")
    ModelAndView opening() {
        return new ModelAndView("account/opening");
    }

    @PostMapping("/opening")
    ModelAndView open(
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String password) {
        return SecretPages.orAgain(opening(), () -> {
            holders.open(
                    request, key, AccountForms.PATH + "/opening", new HolderDesk.Opening(name, code, password, false));
            return SecretPages.signIn("opened");
        });
    }

    @GetMapping("/mine")
    ModelAndView mine(Actor actor) {
        AccountState own = holders.own(actor);
        List<TokenLine> tokens = own.tokens().entrySet().stream()
                .filter(token -> !secrets.over(token.getValue()))
                .sorted(Map.Entry.comparingByValue())
                .map(token -> new TokenLine(
                        token.getKey().toString(),
                        secrets.until(token.getValue()),
                        path(actor) + "/tokens/" + token.getKey() + "/revocation"))
                .toList();
        ModelAndView page = new ModelAndView("account/mine");
        page.addObject("path", path(actor));
        page.addObject("tokens", tokens);
        page.addObject("roleless", actor.roles().isEmpty());
        boolean demanded = holders.isDemanded(own);
        page.addObject("second", own.hasSecondStep());
        page.addObject("app", own.second() != null);
        page.addObject("withoutApp", !demanded || !own.passkeys().isEmpty());
        page.addObject("passkeys", passkeys(actor, own, demanded));
        page.addObject("recoveryCodes", own.recovery().left());
        return page;
    }

    private List<PasskeyLine> passkeys(Actor actor, AccountState own, boolean demanded) {
        Map<FactorId, Instant> since = holders.passkeysSince(actor);
        Set<FactorId> copied = own.passkeys().isEmpty() ? Set.of() : holders.copiedPasskeys(actor);
        return own.passkeys().stream()
                .map(each -> new PasskeyLine(
                        PasskeyForms.words(each.place()),
                        secrets.until(since.getOrDefault(each.passkey(), Instant.EPOCH)),
                        PasskeyForms.PASSKEYS + "/" + each.passkey() + "/removal",
                        copied.contains(each.passkey()),
                        !demanded || own.without(each.passkey()).hasSecondStep()))
                .toList();
    }

    private static String path(Actor actor) {
        return AccountForms.PATH + "/" + actor.account();
    }

    @PostMapping("/{account}/password")
    ModelAndView changePassword(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account,
            @RequestParam(required = false) @Nullable String current,
            @RequestParam(required = false) @Nullable String password) {
        Errand errand = new Errand(actor, request, key, AccountForms.PATH + "/{account}/password");
        return SecretPages.orAgain(mine(actor), () -> {
            holders.changePassword(errand, new AccountId(account), current, password);
            return SecretPages.signIn("changed");
        });
    }

    @PostMapping("/{account}/tokens")
    ModelAndView issueToken(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account,
            @RequestParam(required = false) @Nullable String days) {
        Errand errand = new Errand(actor, request, key, AccountForms.PATH + "/{account}/tokens");
        return SecretPages.orAgain(
                mine(actor),
                () -> secrets.show(
                        "account/token",
                        Phrase.of("command.account.tokens.ready"),
                        holders.issueToken(errand, new AccountId(account), days)));
    }
}
