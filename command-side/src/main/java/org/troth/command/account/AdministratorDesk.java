package org.troth.command.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.account.AccountStreams.Found;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.What;
import org.troth.events.AccountId;
import org.troth.events.TokenId;
import org.troth.events.account.Role;
import org.troth.events.confidential.Codes;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Opener;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Tags;
import org.troth.events.confidential.Unreadable;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.Disclosing;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.merging.OncePerPerson;
import org.troth.events.recording.ClaimTaken;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;

/**
 * What an administrator does with others' accounts. Each act holds only if its administrator is one at the moment it is
 * recorded, and nobody acts on their own account: so there always remains one.
 */
@Component
final class AdministratorDesk {

    static final Duration INVITATION = Duration.ofDays(7);
    private static final Duration RESET = Duration.ofDays(1);

    private final Dispatch dispatch;
    private final AccountStreams accounts;
    private final Disclosing disclosing;
    private final Sealer sealer;
    private final Opener opener;
    private final Tags tags;
    private final Codes codes;
    private final PeopleOnRecord people;
    private final Clock clock;

    AdministratorDesk(
            Dispatch dispatch,
            AccountStreams accounts,
            Disclosing disclosing,
            Sealer sealer,
            Opener opener,
            Tags tags,
            Codes codes,
            PeopleOnRecord people,
            Clock clock) {
        this.dispatch = dispatch;
        this.accounts = accounts;
        this.disclosing = disclosing;
        this.sealer = sealer;
        this.opener = opener;
        this.tags = tags;
        this.codes = codes;
        this.people = people;
        this.clock = clock;
    }

    Issued invite(
            Errand errand, @Nullable String name, @Nullable String person, @Nullable List<@Nullable String> roles) {
        only(errand, null);
        Fields fields = new Fields();
        Fields.Read<String> typed = fields.line("name", name, SignInName.LONGEST);
        Fields.Read<UUID> whose = fields.idIfAny("person", person, id -> id);
        RoleWishes wishes = RoleWishes.several(fields, roles);
        if (typed.orNull() != null && SignInName.of(typed.get()).folded().isEmpty()) {
            fields.refuseAbsent("name");
        }
        fields.check();

        AccountId account = new AccountId(UUID.randomUUID());
        String code = codes.next();
        Instant expiresAt = clock.instant().plus(INVITATION);
        UUID owner = whose.orNull();
        String what = What.of(errand.route(), typed.get(), owner, List.copyOf(wishes.named()), wishes.person());
        Outcome outcome = act(errand, what, () -> {
            // The same for every person of the programme: the answer must not tell who asks for help.
            if ((owner != null || wishes.person()) && !wishes.named().isEmpty()) {
                throw AccountRefused.personsAccount("roles");
            }
            Unit unit = standing(errand)
                    .taking(SignInName.of(typed.get()).claim(tags))
                    .taking(OneTimeCode.of(code).claim(tags, account, 1));
            if (owner != null) {
                unit.taking(OncePerPerson.account(tags, owner));
            }
            Set<Role> wanted = people.rolesOf(wishes, owner);
            wanted.forEach(role -> people.provideFor(unit, role, owner));
            return new Intent(
                    new InviteAccount(
                            account,
                            sealer.seal(Words.ACCOUNT_NAME, account.value(), typed.get()),
                            owner,
                            wanted,
                            expiresAt),
                    unit,
                    account.toString());
        });
        return Issued.once(outcome, code, null, expiresAt);
    }

    Outcome giveRole(Errand errand, AccountId account, @Nullable String role) {
        only(errand, account);
        RoleWishes wishes = RoleWishes.one(role);
        return act(errand, What.of(errand.route(), account, wishes), () -> {
            Found found = accounts.of(account).orElseThrow(NotOnRecord::new);
            Unit unit = standing(errand);
            UUID person = found.state().person();
            Role given = people.rolesOf(wishes, person).iterator().next();
            people.provideFor(unit, given, person);
            return new Intent(new GiveRole(account, given, errand.actor().account()), unit);
        });
    }

    Outcome takeRole(Errand errand, AccountId account, @Nullable String role) {
        only(errand, account);
        RoleWishes wishes = RoleWishes.one(role);
        return act(errand, What.of(errand.route(), account, wishes), () -> {
            Found found = accounts.of(account).orElseThrow(NotOnRecord::new);
            Role taken = wishes.person()
                    ? people.roleAmong(found.state().roles())
                    : wishes.named().iterator().next();
            return new Intent(new TakeRole(account, taken, by(errand)), standing(errand));
        });
    }

    Outcome lock(Errand errand, AccountId account) {
        only(errand, account);
        return plainly(errand, account, "", new LockAccount(account, by(errand)));
    }

    Outcome unlock(Errand errand, AccountId account) {
        only(errand, account);
        return plainly(errand, account, "", new UnlockAccount(account));
    }

    /** Its holder may revoke a token too. */
    Outcome revoke(Errand errand, AccountId account, TokenId token) {
        if (!by(errand).equals(account)) {
            only(errand, account);
        }
        return plainly(errand, account, token.toString(), new RevokeToken(account, token));
    }

    /** @param factorLost whether the second factor ends too; else whoever chooses the new password still shows it */
    Issued reset(Errand errand, AccountId account, boolean factorLost) {
        only(errand, account);
        String code = codes.next();
        Instant expiresAt = clock.instant().plus(RESET);
        Outcome outcome = act(errand, What.of(errand.route(), account, factorLost), () -> {
            Found found = accounts.of(account).orElseThrow(NotOnRecord::new);
            Unit unit = standing(errand)
                    .provided(found.unchanged())
                    .taking(OneTimeCode.of(code)
                            .claim(tags, account, found.state().codes() + 1));
            return new Intent(new ResetPassword(account, expiresAt, by(errand), factorLost), unit, account.toString());
        });
        return Issued.once(outcome, code, null, expiresAt);
    }

    Outcome leave(Errand errand, AccountId account) {
        only(errand, account);
        return act(errand, What.of(errand.route(), account), () -> {
            Found found = accounts.of(account).orElseThrow(NotOnRecord::new);
            if (found.state().left()) {
                throw AccountRefused.hasLeft();
            }
            Unit unit = standing(errand);
            releaseName(errand, found, unit);
            UUID person = found.state().person();
            if (person != null) {
                unit.releasing(OncePerPerson.account(tags, person));
            }
            return new Intent(new LeaveAccount(account, by(errand)), unit);
        });
    }

    /** The name is sealed, so giving it back means looking at it; the look is on the record like any other. */
    private void releaseName(Errand errand, Found found, Unit unit) {
        Look look = new Look(
                errand.actor(),
                PurposeOfUse.HSYSADMIN,
                errand.route(),
                List.of(Look.Shown.account(found.account().value(), EnumSet.of(DataClass.IDENTITY))),
                errand.request().value());
        try {
            String name = opener.open(found.state().name(), disclosing.disclose(look));
            unit.releasing(SignInName.of(name).claim(tags));
        } catch (Unreadable unreadable) {
            // An erased name holds no claim any more: the erasure gave it back.
            if (unreadable.why() != Unreadable.Why.ERASED) {
                throw unreadable;
            }
        }
    }

    /** Returns for an administrator; for anybody else it records the refusal and throws {@link NotOnRecord}. */
    void only(Errand errand, @Nullable AccountId about) {
        if (!errand.actor().is(Role.ADMINISTRATOR)) {
            UUID subject = about != null && accounts.lastSequence(about) >= 0 ? about.value() : null;
            disclosing.refused(
                    errand.actor(),
                    errand.route(),
                    subject,
                    "administrators-only",
                    errand.request().value());
            throw new NotOnRecord();
        }
    }

    /** A unit that holds only while its administrator's own account is as it was when they signed in. */
    private Unit standing(Errand errand) {
        if (accounts.lastSequence(by(errand)) != errand.actor().sequence()) {
            throw new NotOnRecord();
        }
        return errand.unit()
                .provided(new Precondition(by(errand).toString(), errand.actor().sequence()));
    }

    private static AccountId by(Errand errand) {
        return errand.actor().account();
    }

    private Outcome plainly(Errand errand, AccountId account, String detail, Object command) {
        return act(errand, What.of(errand.route(), account, detail), () -> {
            if (accounts.of(account).isEmpty()) {
                throw new NotOnRecord();
            }
            return new Intent(command, standing(errand));
        });
    }

    private Outcome act(Errand errand, String what, Supplier<Intent> intent) {
        try {
            return dispatch.act(errand.actor(), errand.request().value(), errand.key(), what, intent);
        } catch (ClaimTaken taken) {
            throw switch (taken.kind()) {
                case SIGN_IN_NAME -> AccountRefused.nameTaken();
                case PERSON_ACCOUNT -> AccountRefused.personHasAccount();
                default -> taken;
            };
        }
    }
}
