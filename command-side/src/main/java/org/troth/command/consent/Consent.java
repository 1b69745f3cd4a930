package org.troth.command.consent;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.troth.command.law.HouseLaw;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.DataClass;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.ConsentDeclined;
import org.troth.events.consent.ConsentEvent.ConsentExpired;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.ConsentRenewalAsked;
import org.troth.events.consent.ConsentEvent.ConsentTalkedThrough;
import org.troth.events.consent.ConsentEvent.ConsentUnderstood;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;

/** One question of consent: agreed to only once it is understood, answered once, taken back at most once, and never older than its last day. */
@Aggregate
class Consent {

    private enum State {
        ASKED,
        GIVEN,
        DECLINED,
        WITHDRAWN,
        EXPIRED
    }

    @AggregateIdentifier
    private ConsentId id;

    // Set by the first fact, which every other handler comes after.
    @SuppressWarnings("NullAway.Init")
    private ParticipantId participant;

    private State state = State.ASKED;

    private @Nullable LocalDate lastDay;

    private boolean understood;

    Consent() {}

    @CommandHandler
    Consent(AskConsent command, Clock clock) {
        boolean agency = command.recipient().kind() == Recipient.Kind.AGENCY;
        if (command.purpose() == Purpose.SHARING && !agency) {
            throw ConsentRefused.oneAgency();
        }
        if (command.purpose() != Purpose.SHARING && agency) {
            throw ConsentRefused.programmeOnly();
        }
        if (command.classes().isEmpty()) {
            throw ConsentRefused.noClasses();
        }
        if (command.classes().contains(DataClass.AUDIT) || command.classes().contains(DataClass.CREDENTIAL_DETAIL)) {
            throw ConsentRefused.neverShared();
        }
        if (passed(command.lastDay(), clock)) {
            throw ConsentRefused.lastDayPassed();
        }
        if (command.purpose() == Purpose.SHARING && lastsTooLong(command.lastDay(), clock)) {
            throw ConsentRefused.lastDayTooLate();
        }
        apply(new ConsentAsked(
                command.consent(),
                command.participant(),
                command.purpose(),
                command.recipient(),
                command.classes(),
                command.text(),
                command.lastDay()));
        if (command.renews() != null) {
            apply(new ConsentRenewalAsked(
                    command.consent(), command.participant(), command.renews(), HouseLaw.CONSENT_RENEWAL));
        }
    }

    @CommandHandler
    void handle(NoteConversation command) {
        refuseIfAnswered();
        apply(new ConsentTalkedThrough(id, participant, command.medium(), command.language(), command.interpreting()));
    }

    @CommandHandler
    void handle(NoteUnderstanding command, Clock clock) {
        refuseIfAnswered();
        refuseIfLapsed(clock);
        if (understood) {
            throw ConsentRefused.alreadyUnderstood();
        }
        apply(new ConsentUnderstood(
                id, participant, command.questions(), command.reading(), HouseLaw.CONSENT_UNDERSTANDING));
    }

    @CommandHandler
    void handle(GiveConsent command, Clock clock) {
        refuseIfAnswered();
        refuseIfLapsed(clock);
        if (!understood) {
            throw ConsentRefused.notUnderstood();
        }
        apply(new ConsentGiven(id, participant, HouseLaw.CONSENT_UNDERSTANDING));
    }

    private void refuseIfLapsed(Clock clock) {
        if (passed(lastDay, clock)) {
            throw ConsentRefused.questionLapsed();
        }
    }

    @CommandHandler
    void handle(DeclineConsent command) {
        refuseIfAnswered();
        apply(new ConsentDeclined(id, participant));
    }

    private void refuseIfAnswered() {
        switch (state) {
            case GIVEN -> throw ConsentRefused.alreadyGiven();
            case DECLINED -> throw ConsentRefused.alreadyDeclined();
            case WITHDRAWN -> throw ConsentRefused.alreadyWithdrawn();
            case EXPIRED -> throw ConsentRefused.expired();
            case ASKED -> {}
        }
    }

    /** Also after the last day: what left before may then still be called back. */
    @CommandHandler
    void handle(WithdrawConsent command) {
        switch (state) {
            case ASKED, DECLINED -> throw ConsentRefused.notGiven();
            case WITHDRAWN -> throw ConsentRefused.alreadyWithdrawn();
            case GIVEN, EXPIRED -> apply(new ConsentWithdrawn(id, participant, HouseLaw.CONSENT_WITHDRAWAL));
        }
    }

    @CommandHandler
    void handle(NoteExpiry command, Clock clock) {
        LocalDate last = lastDay;
        switch (state) {
            case ASKED, DECLINED -> throw ConsentRefused.notGiven();
            case WITHDRAWN -> throw ConsentRefused.alreadyWithdrawn();
            case EXPIRED -> throw ConsentRefused.expired();
            case GIVEN -> {
                if (last == null || !passed(last, clock)) {
                    throw ConsentRefused.notYetExpired();
                }
                apply(new ConsentExpired(id, participant, last));
            }
        }
    }

    /** Without a last day it would last for ever. */
    private static boolean lastsTooLong(@Nullable LocalDate day, Clock clock) {
        return day == null || day.isAfter(HouseLaw.sharingLastsUntil(LocalDate.now(clock)));
    }

    /** Whether the day is over where the programme is: the clock carries its time zone. */
    private static boolean passed(@Nullable LocalDate day, Clock clock) {
        return day != null && day.isBefore(LocalDate.now(clock));
    }

    @EventSourcingHandler
    void on(ConsentAsked fact) {
        id = fact.consent();
        participant = fact.participant();
        lastDay = fact.lastDay();
    }

    @EventSourcingHandler
    void on(ConsentRenewalAsked fact) {
        // The earlier consent decides for itself; this one is answered like any other.
    }

    @EventSourcingHandler
    void on(ConsentTalkedThrough fact) {
        // The participant's own answers decide, however well it was explained.
    }

    @EventSourcingHandler
    void on(ConsentUnderstood fact) {
        understood = true;
    }

    @EventSourcingHandler
    void on(ConsentGiven fact) {
        state = State.GIVEN;
    }

    @EventSourcingHandler
    void on(ConsentDeclined fact) {
        state = State.DECLINED;
    }

    @EventSourcingHandler
    void on(ConsentWithdrawn fact) {
        state = State.WITHDRAWN;
    }

    @EventSourcingHandler
    void on(ConsentExpired fact) {
        state = State.EXPIRED;
    }
}
