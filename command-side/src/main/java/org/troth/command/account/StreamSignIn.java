package org.troth.command.account;

import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.account.AccountStreams.Found;
import org.troth.events.account.Actor;
import org.troth.events.account.Passkeys;
import org.troth.events.account.SecondStep;
import org.troth.events.account.SignIn;
import org.troth.events.account.StepWays;
import org.troth.events.confidential.Passwords;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;

/** Says who somebody is from the accounts' own streams; every attempt with a password costs exactly one hash. */
@Component
final class StreamSignIn implements SignIn {

    private final AccountStreams accounts;
    private final Passwords passwords;
    private final Tags tags;
    private final SecondSteps steps;
    private final Clock clock;

    StreamSignIn(AccountStreams accounts, Passwords passwords, Tags tags, SecondSteps steps, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.tags = tags;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public Optional<Actor> byPassword(String name, CharSequence password) {
        boolean possible = name.length() <= SignInName.LONGEST && password.length() <= PasswordRules.LONGEST;
        Optional<Found> found = possible ? accounts.named(SignInName.of(name)) : Optional.empty();
        boolean fits = passwords.fits(
                possible ? password : "",
                found.map(there -> there.state().verifier()).orElse(null));
        return found.filter(there -> fits && there.state().stands()).map(Found::actor);
    }

    @Override
    public Optional<Actor> byToken(String token) {
        return BearerToken.read(token)
                .flatMap(bearer -> accounts.holding(bearer.claim(tags))
                        .filter(there ->
                                there.state().stands() && inForce(there.state(), bearer) && !mustEnrol(there.state()))
                        .map(Found::actor));
    }

    /** A token from before a second step was demanded opens nothing until there is one. */
    private boolean mustEnrol(AccountState state) {
        return steps.of(state) == SecondStep.ENROLMENT;
    }

    private boolean inForce(AccountState state, BearerToken bearer) {
        var expiresAt = state.tokens().get(bearer.id());
        return expiresAt != null && clock.instant().isBefore(expiresAt);
    }

    @Override
    public SecondStep secondStep(Actor actor) {
        return steps.of(actor);
    }

    @Override
    public Optional<Actor> byCode(Actor actor, String code) {
        return steps.byCode(actor, code);
    }

    @Override
    public StepWays ways(Actor actor) {
        return steps.ways(actor);
    }

    @Override
    public Optional<Passkeys.Question> passkeyQuestion(Actor actor) {
        return steps.passkeyQuestion(actor);
    }

    @Override
    public Optional<Actor> byPasskey(Actor actor, @Nullable String challenge, String answer) {
        return steps.byPasskey(actor, challenge, answer);
    }

    @Override
    public boolean wantsRecoveryCode(Actor actor) {
        return steps.wantsRecoveryCode(actor);
    }

    @Override
    public Optional<Actor> again(Actor actor, String shown) {
        return steps.again(actor, shown);
    }

    @Override
    public boolean stillStands(Actor actor) {
        return accounts.lastSequence(actor.account()) == actor.sequence();
    }

    @Override
    public String tag(String name) {
        SignInName folded =
                SignInName.of(name.length() <= SignInName.LONGEST ? name : name.substring(0, SignInName.LONGEST));
        return HexFormat.of().formatHex(tags.tag(TagKind.SIGN_IN_NAME, folded.folded()));
    }
}
