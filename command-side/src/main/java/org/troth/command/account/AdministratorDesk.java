package org.troth.command.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import org.troth.events.ParticipantId;
import org.troth.events.TokenId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Role;
import org.troth.events.confidential.Codes;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Opener;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;
import org.troth.events.confidential.Unreadable;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.Disclosing;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.participant.Enrolment;
import org.troth.events.recording.Claim;
import org.troth.events.recording.ClaimTaken;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;
import org.troth.events.volunteer.VolunteerStanding;

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
    private final Enrolment enrolment;
    private final VolunteerStanding volunteers;
    private final Clock clock;

    AdministratorDesk(
            Dispatch dispatch,
            AccountStreams accounts,
            Disclosing disclosing,
            Sealer sealer,
            Opener opener,
            Tags tags,
            Codes codes,
            Enrolment enrolment,
            VolunteerStanding volunteers,
            Clock clock) {
        this.dispatch = dispatch;
        this.accounts = accounts;
        this.disclosing = disclosing;
        this.sealer = sealer;
        this.opener = opener;
        this.tags = tags;
        this.codes = codes;
        this.enrolment = enrolment;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    Issued invite(Asked asked, @Nullable String name, @Nullable String person, @Nullable List<@Nullable String> roles) {
        administratorsOnly(asked, null);
        Fields fields = new Fields();
        Fields.Read<String> typed = fields.text("name", name, SignInName.LONGEST);
        Fields.Read<UUID> whose = fields.idIfAny("person", person, id -> id);
        Set<Role> wanted = roles(fields, roles);
        fields.check();

        AccountId account = new AccountId(UUID.randomUUID());
        String code = codes.next();
        Instant expiresAt = clock.instant().plus(INVITATION);
        UUID owner = whose.orNull();
        String what = What.of(asked.route(), typed.get(), owner, List.copyOf(wanted));
        Outcome outcome = act(asked, what, () -> {
            Unit unit = standing(asked)
                    .taking(SignInName.of(typed.get()).claim(tags))
                    .taking(OneTimeCode.of(code).claim(tags, account, 1));
            if (owner != null) {
                unit.taking(new Claim(TagKind.PERSON_ACCOUNT, tags.tag(TagKind.PERSON_ACCOUNT, owner.toString())));
            }
            wanted.forEach(role -> provideFor(unit, role, owner));
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

    Outcome giveRole(Asked asked, AccountId account, @Nullable String role) {
        administratorsOnly(asked, account);
        Role given = role(role);
        return act(asked, What.of(asked.route(), account, given), () -> {
            Found found = accounts.of(account).orElseThrow(NotOnRecord::new);
            Unit unit = standing(asked);
            provideFor(unit, given, found.state().person());
            return new Intent(new GiveRole(account, given, asked.actor().account()), unit);
        });
    }

    Outcome takeRole(Asked asked, AccountId account, @Nullable String role) {
        administratorsOnly(asked, account);
        Role taken = role(role);
        return plainly(asked, account, taken.name(), new TakeRole(account, taken, by(asked)));
    }

    Outcome lock(Asked asked, AccountId account) {
        administratorsOnly(asked, account);
        return plainly(asked, account, "", new LockAccount(account, by(asked)));
    }

    Outcome unlock(Asked asked, AccountId account) {
        administratorsOnly(asked, account);
        return plainly(asked, account, "", new UnlockAccount(account));
    }

    /** Its holder may revoke a token too. */
    Outcome revoke(Asked asked, AccountId account, TokenId token) {
        if (!by(asked).equals(account)) {
            administratorsOnly(asked, account);
        }
        return plainly(asked, account, token.toString(), new RevokeToken(account, token));
    }

    Issued reset(Asked asked, AccountId account) {
        administratorsOnly(asked, account);
        String code = codes.next();
        Instant expiresAt = clock.instant().plus(RESET);
        Outcome outcome = act(asked, What.of(asked.route(), account), () -> {
            Found found = accounts.of(account).orElseThrow(NotOnRecord::new);
            Unit unit = standing(asked)
                    .provided(found.unchanged())
                    .taking(OneTimeCode.of(code)
                            .claim(tags, account, found.state().codes() + 1));
            return new Intent(new ResetPassword(account, expiresAt, by(asked)), unit, account.toString());
        });
        return Issued.once(outcome, code, null, expiresAt);
    }

    Outcome leave(Asked asked, AccountId account) {
        administratorsOnly(asked, account);
        return act(asked, What.of(asked.route(), account), () -> {
            Found found = accounts.of(account).orElseThrow(NotOnRecord::new);
            if (found.state().left()) {
                throw AccountRefused.hasLeft();
            }
            Unit unit = standing(asked);
            releaseName(asked, found, unit);
            UUID person = found.state().person();
            if (person != null) {
                unit.releasing(new Claim(TagKind.PERSON_ACCOUNT, tags.tag(TagKind.PERSON_ACCOUNT, person.toString())));
            }
            return new Intent(new LeaveAccount(account, by(asked)), unit);
        });
    }

    /** The name is sealed, so giving it back means looking at it; the look is on the record like any other. */
    private void releaseName(Asked asked, Found found, Unit unit) {
        Look look = new Look(
                asked.actor(),
                PurposeOfUse.HSYSADMIN,
                asked.route(),
                List.of(Look.Shown.account(found.account().value(), EnumSet.of(DataClass.IDENTITY))),
                asked.request().value());
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

    private void administratorsOnly(Asked asked, @Nullable AccountId about) {
        if (!asked.actor().is(Role.ADMINISTRATOR)) {
            UUID subject = about != null && accounts.lastSequence(about) >= 0 ? about.value() : null;
            disclosing.refused(
                    asked.actor(),
                    asked.route(),
                    subject,
                    "administrators-only",
                    asked.request().value());
            throw new NotOnRecord();
        }
    }

    /** A unit that holds only while its administrator's own account is as it was when they signed in. */
    private Unit standing(Asked asked) {
        if (accounts.lastSequence(by(asked)) != asked.actor().sequence()) {
            throw new NotOnRecord();
        }
        return asked.unit()
                .provided(new Precondition(by(asked).toString(), asked.actor().sequence()));
    }

    private static AccountId by(Asked asked) {
        return asked.actor().account();
    }

    private Outcome plainly(Asked asked, AccountId account, String detail, Object command) {
        return act(asked, What.of(asked.route(), account, detail), () -> {
            if (accounts.of(account).isEmpty()) {
                throw new NotOnRecord();
            }
            return new Intent(command, standing(asked));
        });
    }

    private Outcome act(Asked asked, String what, Supplier<Intent> intent) {
        try {
            return dispatch.act(asked.actor(), asked.request().value(), asked.key(), what, intent);
        } catch (ClaimTaken taken) {
            throw switch (taken.kind()) {
                case SIGN_IN_NAME -> AccountRefused.nameTaken();
                case PERSON_ACCOUNT -> AccountRefused.personHasAccount();
                default -> taken;
            };
        }
    }

    private void provideFor(Unit unit, Role role, @Nullable UUID person) {
        if (role == Role.PARTICIPANT) {
            Enrolment.Standing standing = enrolment.of(new ParticipantId(personOf(person)));
            permit(standing.enrolled());
            unit.provided(standing.precondition());
        } else if (role == Role.VOLUNTEER) {
            VolunteerStanding.Standing standing =
                    volunteers.of(new VolunteerId(personOf(person)), LocalDate.now(clock));
            permit(standing.registered());
            unit.provided(standing.precondition());
        }
    }

    private static UUID personOf(@Nullable UUID person) {
        if (person == null) {
            throw AccountRefused.personNotOnRecord();
        }
        return person;
    }

    private static void permit(boolean onRecord) {
        if (!onRecord) {
            throw AccountRefused.personNotOnRecord();
        }
    }

    private static Role role(@Nullable String typed) {
        Fields fields = new Fields();
        Fields.Read<Role> role = oneRole(fields, "role", typed);
        fields.check();
        return role.get();
    }

    private static Set<Role> roles(Fields fields, @Nullable List<@Nullable String> typed) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (typed != null && typed.size() > Role.values().length) {
            fields.refuse("roles", "too-many", "Fewer roles.");
        } else if (typed != null) {
            for (String each : typed) {
                Role role = oneRole(fields, "roles", each).orNull();
                if (role != null) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }

    private static Fields.Read<Role> oneRole(Fields fields, String field, @Nullable String typed) {
        Fields.Read<Role> role = fields.choice(field, typed, Role.class);
        if (role.orNull() == Role.SYSTEM) {
            fields.refuse(field, "choice", "This is not one of the choices.");
        }
        return role;
    }
}
