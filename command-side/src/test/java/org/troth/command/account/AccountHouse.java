package org.troth.command.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.MovableClock;
import org.troth.command.record.PlainPasskeys;
import org.troth.command.record.PlainPasswords;
import org.troth.command.record.PlainTimeCodes;
import org.troth.events.AccountId;
import org.troth.events.account.Actor;
import org.troth.events.account.MakingChallenge;
import org.troth.events.account.RequestId;
import org.troth.events.account.SecondStepDemand;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.Tags;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.Disclosing;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.participant.Enrolment;
import org.troth.events.recording.Precondition;
import org.troth.events.volunteer.VolunteerStanding;

/** Both desks and sign-in on a record in memory, with a first administrator who is signed in. */
final class AccountHouse implements AutoCloseable {

    static final String PASSWORD = "river lantern copper moss";

    final MovableClock clock = new MovableClock();
    final MemoryHouse house = MemoryHouse.of(clock, Account.class);
    final PlainPasswords passwords = new PlainPasswords();
    final Set<UUID> enrolled = new HashSet<>();
    final Set<UUID> registered = new HashSet<>();
    final OpenGate gate = new OpenGate();
    final AdministratorDesk administrators;
    final HolderDesk holders;
    final StreamSignIn signIn;
    final FactorDesk factors;
    final PasskeyDesk passkeyDesk;
    final PlainTimeCodes times = new PlainTimeCodes();
    final PlainPasskeys passkeys = new PlainPasskeys();
    final MemoryPasskeyCounters counters = new MemoryPasskeyCounters();
    final AtomicInteger copied = new AtomicInteger();
    private final Map<AccountId, Long> spent = new HashMap<>();
    final FirstAdministrator first;

    /** In a house that offers a second step to everybody and demands it of nobody. */
    AccountHouse() {
        this(false);
    }

    AccountHouse(boolean demandsSecondStep) {
        Tags tags = MemoryRecord.plainTags();
        MemorySealing sealing = new MemorySealing();
        AtomicInteger issued = new AtomicInteger();
        AccountStreams accounts = new AccountStreams(house.record(), tags);
        // Support has ended for everybody here: an account is theirs all the same.
        Enrolment enrolment = person -> new Enrolment.Standing(
                enrolled.contains(person.value()), false, new Precondition(person.toString(), -1));
        VolunteerStanding volunteers = (person, day) -> new VolunteerStanding.Standing(
                registered.contains(person.value()), true, 1, new Precondition(person.toString(), -1));
        administrators = new AdministratorDesk(
                house.dispatch(),
                accounts,
                gate,
                sealing,
                sealing,
                tags,
                () -> "code" + issued.incrementAndGet(),
                new PeopleOnRecord(enrolment, volunteers, clock),
                clock);
        SecondSteps steps = new SecondSteps(
                house.dispatch(),
                accounts,
                passwords,
                times,
                new SpentSteps() {
                    @Override
                    public boolean spend(AccountId account, long step) {
                        return AccountHouse.this.spend(account, step);
                    }

                    @Override
                    public void begin(AccountId account, long step) {
                        AccountHouse.this.spend(account, step);
                    }
                },
                new MemoryWrongCodes(),
                passkeys,
                counters,
                copied::incrementAndGet,
                tags,
                SecondStepDemand.ofStaff(() -> demandsSecondStep),
                clock);
        factors = new FactorDesk(
                house.dispatch(),
                accounts,
                steps,
                times,
                tags,
                () -> String.format(Locale.ROOT, "%016d", issued.incrementAndGet()));
        holders = new HolderDesk(
                house.dispatch(),
                accounts,
                gate,
                passwords,
                tags,
                () -> "secret" + issued.incrementAndGet(),
                steps,
                counters,
                clock);
        passkeyDesk = new PasskeyDesk(
                factors,
                accounts,
                steps,
                passkeys,
                counters,
                () -> String.format(Locale.ROOT, "%016d", issued.incrementAndGet()));
        signIn = new StreamSignIn(accounts, passwords, tags, steps, clock);
        first = new FirstAdministrator(
                house.dispatch(), accounts, sealing, tags, () -> "first" + issued.incrementAndGet(), clock);
    }

    private synchronized boolean spend(AccountId account, long step) {
        Long before = spent.get(account);
        if (before != null && before >= step) {
            return false;
        }
        spent.put(account, step);
        return true;
    }

    /** What the app of this key shows now. */
    String code(String secret) {
        return PlainTimeCodes.code(secret, clock.instant());
    }

    /** Sets up a key for the actor, and answers with their recovery codes. */
    List<String> enrol(Actor actor, String secret) {
        return factors.enrol(errand(actor, "/accounts/mine/factor"), secret, code(secret))
                .codes();
    }

    /** Makes a passkey of this name for the actor, and answers with the recovery codes that came with it. */
    List<String> make(Actor actor, String name) {
        OneChallenge asked = new OneChallenge();
        String challenge = passkeyDesk.ask(actor, asked).challenge();
        return passkeyDesk
                .add(
                        errand(actor, "/accounts/mine/passkeys"),
                        asked,
                        new PasskeyDesk.Sent("PHONE", "made " + name + " 1 " + challenge))
                .codes();
    }

    /** The actor after showing the passkey of this name with this counter, asked anew. */
    Optional<Actor> show(Actor actor, String name, long counter) {
        String challenge = signIn.passkeyQuestion(actor).orElseThrow().challenge();
        return signIn.byPasskey(actor, challenge, "shown " + name + " " + counter + " " + challenge);
    }

    /** What a sitting keeps. */
    static final class OneChallenge implements MakingChallenge {
        private @Nullable String kept;

        @Override
        public void keep(String challenge) {
            kept = challenge;
        }

        @Override
        public Optional<String> take() {
            Optional<String> taken = Optional.ofNullable(kept);
            kept = null;
            return taken;
        }
    }

    Actor firstAdministrator() {
        open("keeper", first.invite("keeper").orElseThrow());
        return signedIn("keeper");
    }

    /** Another who was invited in this role by the administrator and opened their account. */
    Actor opened(Actor administrator, String name, String... roles) {
        Issued issued = administrators.invite(errand(administrator, "/accounts"), name, null, List.of(roles));
        open(name, issued.secret());
        return signedIn(name);
    }

    Issued open(String name, @Nullable String code) {
        return holders.open(request(), null, "/accounts/opening", new HolderDesk.Opening(name, code, PASSWORD, false));
    }

    Actor signedIn(String name) {
        return signIn.byPassword(name, PASSWORD).orElseThrow();
    }

    static Errand errand(Actor actor, String route) {
        return new Errand(actor, request(), null, route);
    }

    static RequestId request() {
        return new RequestId(UUID.randomUUID());
    }

    @Override
    public void close() {
        house.close();
    }

    /** A gate that lets through what these desks ask for, and remembers it. */
    static final class OpenGate implements Disclosing {
        final Set<AccountId> shown = new HashSet<>();
        final List<String> refusals = new ArrayList<>();

        @Override
        public Disclosure disclose(Look look) {
            Map<UUID, Set<Words>> scope = new HashMap<>();
            look.shown().forEach(each -> {
                shown.add(new AccountId(each.person()));
                scope.put(each.person(), each.words());
            });
            return Disclosure.durableAt(0, scope);
        }

        @Override
        public Disclosure search(
                Actor actor,
                PurposeOfUse purpose,
                String route,
                SubjectKind scope,
                Set<DataClass> classes,
                Set<UUID> people,
                UUID request) {
            throw new UnsupportedOperationException("accounts are not searched");
        }

        @Override
        public void logRead(
                Actor actor, PurposeOfUse purpose, String route, @Nullable UUID subject, int results, UUID request) {
            throw new UnsupportedOperationException("the log is not read here");
        }

        @Override
        public void refused(Actor actor, String route, @Nullable UUID subject, String rule, UUID request) {
            refusals.add(rule + " " + route);
        }

        @Override
        public Optional<Ground> groundFor(Actor actor, PurposeOfUse purpose, Look.Shown shown) {
            return Optional.empty();
        }
    }
}
