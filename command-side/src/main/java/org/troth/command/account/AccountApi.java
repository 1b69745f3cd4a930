package org.troth.command.account;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Replies;
import org.troth.events.AccountId;
import org.troth.events.TokenId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** Accounts for programs. Secrets are in the first answer alone; a repetition by its key has none. */
@RestController
@RequestMapping(AccountApi.PATH)
class AccountApi {

    static final String PATH = "/api/v1/accounts";
    private static final String KEY = "Idempotency-Key";

    private final AdministratorDesk administrators;
    private final HolderDesk holders;

    AccountApi(AdministratorDesk administrators, HolderDesk holders) {
        this.administrators = administrators;
        this.holders = holders;
    }

    record Invitation(
            @Nullable String name,
            @Nullable String person,
            @Nullable List<@Nullable String> roles) {}

    record Invited(
            String id,
            long position,
            @Nullable String code,
            @Nullable Instant codeExpiresAt) {}

    record ResetWish(@Nullable Boolean factorLost) {}

    record ResetDone(
            long position, @Nullable String code, @Nullable Instant codeExpiresAt) {}

    record OpeningWish(
            @Nullable String name,
            @Nullable String code,
            @Nullable String password,
            @Nullable Boolean token) {}

    record Opened(
            String id,
            long position,
            @Nullable String token,
            @Nullable String tokenId,
            @Nullable Instant tokenExpiresAt) {}

    record RoleWish(@Nullable String role) {}

    record PasswordWish(@Nullable String current, @Nullable String password) {}

    record TokenWish(@Nullable Integer days) {}

    record TokenDone(
            String id,
            long position,
            @Nullable String token,
            @Nullable Instant tokenExpiresAt) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Invited> invite(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody Invitation body) {
        Issued issued =
                administrators.invite(new Errand(actor, request, key, PATH), body.name(), body.person(), body.roles());
        Outcome outcome = issued.outcome();
        return ResponseEntity.created(URI.create(PATH + "/" + outcome.answer()))
                .body(new Invited(outcome.answer(), outcome.position(), issued.secret(), issued.expiresAt()));
    }

    @PostMapping("/opening")
    Opened open(
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody OpeningWish body) {
        Issued issued = holders.open(
                request,
                key,
                PATH + "/opening",
                new HolderDesk.Opening(body.name(), body.code(), body.password(), Boolean.TRUE.equals(body.token())));
        TokenId token = issued.token();
        return new Opened(
                issued.outcome().answer(),
                issued.outcome().position(),
                issued.secret(),
                token == null ? null : token.toString(),
                issued.expiresAt());
    }

    @PostMapping("/{account}/roles")
    ResponseEntity<Replies.Done> giveRole(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account,
            @RequestBody RoleWish body) {
        return Replies.done(administrators.giveRole(
                new Errand(actor, request, key, PATH + "/{account}/roles"), new AccountId(account), body.role()));
    }

    @PostMapping("/{account}/roles/{role}/taking")
    ResponseEntity<Replies.Done> takeRole(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account,
            @PathVariable String role) {
        return Replies.done(administrators.takeRole(
                new Errand(actor, request, key, PATH + "/{account}/roles/{role}/taking"),
                new AccountId(account),
                role));
    }

    @PostMapping("/{account}/lock")
    ResponseEntity<Replies.Done> lock(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account) {
        return Replies.done(
                administrators.lock(new Errand(actor, request, key, PATH + "/{account}/lock"), new AccountId(account)));
    }

    @PostMapping("/{account}/unlock")
    ResponseEntity<Replies.Done> unlock(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account) {
        return Replies.done(administrators.unlock(
                new Errand(actor, request, key, PATH + "/{account}/unlock"), new AccountId(account)));
    }

    @PostMapping("/{account}/leaving")
    ResponseEntity<Replies.Done> leave(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account) {
        return Replies.done(administrators.leave(
                new Errand(actor, request, key, PATH + "/{account}/leaving"), new AccountId(account)));
    }

    @PostMapping("/{account}/reset")
    ResetDone reset(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account,
            @RequestBody(required = false) @Nullable ResetWish body) {
        Issued issued = administrators.reset(
                new Errand(actor, request, key, PATH + "/{account}/reset"),
                new AccountId(account),
                body != null && Boolean.TRUE.equals(body.factorLost()));
        return new ResetDone(issued.outcome().position(), issued.secret(), issued.expiresAt());
    }

    @PostMapping("/{account}/password")
    ResponseEntity<Replies.Done> changePassword(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account,
            @RequestBody PasswordWish body) {
        return Replies.done(holders.changePassword(
                new Errand(actor, request, key, PATH + "/{account}/password"),
                new AccountId(account),
                body.current(),
                body.password()));
    }

    @PostMapping("/{account}/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<TokenDone> issueToken(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account,
            @RequestBody(required = false) @Nullable TokenWish body) {
        Integer days = body == null ? null : body.days();
        Issued issued = holders.issueTokenToProgram(
                new Errand(actor, request, key, PATH + "/{account}/tokens"),
                new AccountId(account),
                days == null ? null : days.toString());
        Outcome outcome = issued.outcome();
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(URI.create(PATH + "/" + account + "/tokens/" + outcome.answer()))
                .body(new TokenDone(outcome.answer(), outcome.position(), issued.secret(), issued.expiresAt()));
    }

    @PostMapping("/{account}/tokens/{token}/revocation")
    ResponseEntity<Replies.Done> revoke(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID account,
            @PathVariable UUID token) {
        Errand errand = new Errand(actor, request, key, PATH + "/{account}/tokens/{token}/revocation");
        return Replies.done(administrators.revoke(errand, new AccountId(account), new TokenId(token)));
    }
}
