package org.troth.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.command.record.MemoryHouse;
import org.troth.events.AccountId;
import org.troth.events.Law;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.ParticipantEnrolled;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordUnavailable;
import org.troth.events.recording.Unit;

class DispatchingIntentTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private final List<String> metered = new ArrayList<>();
    private final MemoryHouse house =
            MemoryHouse.of(CLOCK, (command, end, nanos) -> metered.add(command + " " + end), Enquiry.class);
    private final Actor coordinator = new Actor(new AccountId(UUID.randomUUID()), Set.of(Role.COORDINATOR), null, 3);
    private final ParticipantId participant = new ParticipantId(UUID.randomUUID());

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void recordsTheFactsAndAnswersWithTheirPosition() {
        Outcome outcome = act(null, "open", open());

        assertThat(outcome).isEqualTo(new Outcome(participant.toString(), 0, false));
        assertThat(house.record().facts(EnquiryReceived.class)).hasSize(1);
        assertThat(metered).containsExactly("Open DONE");
    }

    @Test
    void answersARepetitionFromTheRecordWithoutAskingAgain() {
        String key = UUID.randomUUID().toString();
        AtomicInteger asked = new AtomicInteger();
        Supplier<Intent> counted = () -> {
            asked.incrementAndGet();
            return open().get();
        };

        act(key, "open", counted);
        Outcome second = act(key.toUpperCase(java.util.Locale.ROOT), "open", counted);

        assertThat(second).isEqualTo(new Outcome(participant.toString(), 0, true));
        assertThat(asked).hasValue(1);
        assertThat(house.record().facts()).hasSize(1);
        assertThat(metered).containsExactly("Open DONE", "none REPEATED");
    }

    @Test
    void refusesAKeyThatCameWithAnotherRequest() {
        String key = UUID.randomUUID().toString();
        act(key, "open", open());

        assertThatThrownBy(() -> act(key, "open something else", open())).isInstanceOf(KeyReused.class);
        assertThat(house.record().units()).isEqualTo(1);
    }

    @Test
    void keepsTheKeysOfTwoActorsApart() {
        String key = UUID.randomUUID().toString();
        act(key, "open", open());
        Actor other = new Actor(new AccountId(UUID.randomUUID()), Set.of(Role.COORDINATOR), null, 0);

        assertThatThrownBy(() -> house.dispatch()
                        .act(
                                other,
                                UUID.randomUUID(),
                                key,
                                "enrol",
                                () -> new Intent(new Enrol(participant), unit(other))))
                .isInstanceOf(NotYet.class);
    }

    @Test
    void refusesAKeyThatIsNoUuid() {
        for (String key : List.of("again", "1-1-1-1-1", "{" + UUID.randomUUID() + "}")) {
            assertThatThrownBy(() -> act(key, "open", open())).isInstanceOf(Invalid.class);
        }
        assertThat(house.record().units()).isZero();
    }

    @Test
    void doesNothingWhenTheRuleSaysNo() {
        act(null, "open", open());

        assertThatThrownBy(() -> act(null, "enrol", enrol())).isInstanceOf(NotYet.class);
        assertThat(house.record().facts()).hasSize(1);
        assertThat(metered).containsExactly("Open DONE", "Enrol REFUSED");
    }

    @Test
    void looksAgainAfterARefusalBecauseAnotherThreadMayHaveAnswered() {
        String key = UUID.randomUUID().toString();
        Supplier<Intent> late = () -> {
            house.dispatch().act(coordinator, UUID.randomUUID(), key, "open", open());
            throw new NotYet();
        };

        assertThat(act(key, "open", late).repeated()).isTrue();
        assertThat(house.record().facts()).hasSize(1);
    }

    @Test
    void answersTheLoserOfARaceWithTheWinnersAnswer() {
        String key = UUID.randomUUID().toString();
        Supplier<Intent> late = () -> {
            house.dispatch().act(coordinator, UUID.randomUUID(), key, "open", open());
            return new Intent(new Open(new ParticipantId(UUID.randomUUID())), unit(coordinator), "loser");
        };

        assertThat(act(key, "open", late).answer()).isEqualTo(participant.toString());
        assertThat(house.record().facts()).hasSize(1);
    }

    @Test
    void keepsTheAnswerOfACommandThatRecordedNothing() {
        act(null, "open", open());
        String key = UUID.randomUUID().toString();

        Outcome nothing = act(key, "glance", () -> new Intent(new Glance(participant), unit(coordinator), "seen"));

        assertThat(nothing).isEqualTo(new Outcome("seen", 0, false));
        assertThat(house.record().units()).isEqualTo(2);
        assertThat(act(key, "glance", open()).answer()).isEqualTo("seen");
    }

    @Test
    void asksAgainWhenAStrongQuestionWasOvertaken() {
        String asked = UUID.randomUUID().toString();
        AtomicInteger attempts = new AtomicInteger();
        Supplier<Intent> intent = () -> {
            Unit unit = unit(coordinator)
                    .provided(new Precondition(asked, house.record().lastSequence(asked)));
            if (attempts.incrementAndGet() < 3) {
                somethingHappensTo(asked);
            }
            return new Intent(new Open(participant), unit, "opened");
        };

        assertThat(act(null, "open", intent).answer()).isEqualTo("opened");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void givesUpAfterThreeAttempts() {
        String asked = UUID.randomUUID().toString();
        AtomicInteger attempts = new AtomicInteger();
        Supplier<Intent> intent = () -> {
            attempts.incrementAndGet();
            Unit unit = unit(coordinator)
                    .provided(new Precondition(asked, house.record().lastSequence(asked)));
            somethingHappensTo(asked);
            return new Intent(new Open(participant), unit, "opened");
        };

        assertThatThrownBy(() -> act(null, "open", intent)).isInstanceOf(Overtaken.class);
        assertThat(attempts).hasValue(3);
        assertThat(house.record().facts(EnquiryReceived.class))
                .noneMatch(fact -> fact.participant().equals(participant));
    }

    @Test
    void doesNotAskAgainWhenItsOwnStreamWasOvertaken() {
        act(null, "open", open());
        AtomicInteger attempts = new AtomicInteger();
        Supplier<Intent> again = () -> {
            attempts.incrementAndGet();
            return open().get();
        };

        assertThatThrownBy(() -> act(null, "open", again)).isInstanceOf(Overtaken.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void answersAnUnknownRecordAsNotOnRecord() {
        assertThatThrownBy(() -> act(null, "enrol", enrol())).isInstanceOf(NotOnRecord.class);
    }

    @Test
    void saysThatTheRecordIsUnavailable() {
        house.record().unavailable(true);

        assertThatThrownBy(() -> act(UUID.randomUUID().toString(), "open", open()))
                .isInstanceOf(RecordUnavailable.class);
        assertThatThrownBy(() -> act(null, "open", open())).isInstanceOf(RecordUnavailable.class);
        house.record().unavailable(false);
        assertThat(house.record().units()).isZero();
        assertThat(metered).containsExactly("none FAILED", "Open FAILED");
    }

    @Test
    void reactsOncePerCause() {
        Actor system = Actor.system(UUID.randomUUID());
        UUID cause = UUID.randomUUID();
        Supplier<Intent> reaction =
                () -> new Intent(new Open(participant), new Unit(system, UUID.randomUUID(), cause), "opened");

        assertThat(house.dispatch()
                        .react(system, cause, "open-when-asked", reaction)
                        .repeated())
                .isFalse();
        assertThat(house.dispatch()
                        .react(system, cause, "open-when-asked", reaction)
                        .repeated())
                .isTrue();
        assertThat(house.record().facts()).hasSize(1);
        assertThat(house.record().facts().get(0).metadata()).containsEntry("cause", cause.toString());
    }

    @Test
    void refusesAUnitOfAnotherActor() {
        assertThatThrownBy(() -> act(
                        null, "open", () -> new Intent(new Open(participant), unit(Actor.system(UUID.randomUUID())))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(house.record().units()).isZero();
    }

    private Outcome act(String key, String what, Supplier<Intent> intent) {
        return house.dispatch().act(coordinator, UUID.randomUUID(), key, what, intent);
    }

    private Supplier<Intent> open() {
        return () -> new Intent(new Open(participant), unit(coordinator), participant.toString());
    }

    private Supplier<Intent> enrol() {
        return () -> new Intent(new Enrol(participant), unit(coordinator));
    }

    private static Unit unit(Actor actor) {
        return new Unit(actor, UUID.randomUUID());
    }

    private void somethingHappensTo(String stream) {
        ParticipantId other = ParticipantId.of(stream);
        house.record()
                .record(
                        unit(coordinator),
                        List.of(new NewFact(
                                "Enquiry",
                                stream,
                                house.record().lastSequence(stream) + 1,
                                new EnquiryReceived(other, "housing", "en", null))));
    }

    record Open(@TargetAggregateIdentifier ParticipantId participant) {}

    record Enrol(@TargetAggregateIdentifier ParticipantId participant) {}

    record Glance(@TargetAggregateIdentifier ParticipantId participant) {}

    static final class NotYet extends Refused {
        NotYet() {
            super("not-yet", "Not yet.");
        }
    }

    static class Enquiry {
        @AggregateIdentifier
        private ParticipantId id;

        Enquiry() {}

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.ALWAYS)
        void handle(Open command) {
            AggregateLifecycle.apply(new EnquiryReceived(command.participant(), "housing", "en", null));
        }

        @CommandHandler
        void handle(Enrol command) {
            throw new NotYet();
        }

        @CommandHandler
        void handle(Glance command) {}

        @EventSourcingHandler
        void on(EnquiryReceived fact) {
            id = fact.participant();
        }

        @EventSourcingHandler
        void on(ParticipantEnrolled fact) {
            throw new IllegalStateException(new Law("none", 1, "none").toString());
        }
    }
}
