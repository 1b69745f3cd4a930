package org.troth.command.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.troth.command.dispatch.Phrase;
import org.troth.events.AgencyId;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.DataClass;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.ConsentDeclined;
import org.troth.events.consent.ConsentEvent.ConsentExpired;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.ConsentUnderstood;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.recording.RecordedFact;

/** What the record says about one consent now. */
final class ConsentHistory {

    private final @Nullable ConsentAsked asked;
    private final State state;
    private final boolean understood;
    private final @Nullable Instant givenAt;

    /** How far it has come. */
    enum State {
        ASKED,
        GIVEN,
        DECLINED,
        WITHDRAWN,
        EXPIRED;

        Phrase words() {
            return Phrase.of("command.consent.state." + name());
        }
    }

    private ConsentHistory(@Nullable ConsentAsked asked, State state, boolean understood, @Nullable Instant givenAt) {
        this.asked = asked;
        this.state = state;
        this.understood = understood;
        this.givenAt = givenAt;
    }

    static ConsentHistory of(List<RecordedFact> facts) {
        ConsentAsked asked = null;
        State state = State.ASKED;
        boolean understood = false;
        Instant givenAt = null;
        for (RecordedFact each : facts) {
            if (each.fact() instanceof ConsentAsked fact) {
                asked = fact;
            } else if (each.fact() instanceof ConsentUnderstood) {
                understood = true;
            } else if (each.fact() instanceof ConsentGiven) {
                state = State.GIVEN;
                givenAt = each.recordedAt();
            } else if (each.fact() instanceof ConsentDeclined) {
                state = State.DECLINED;
            } else if (each.fact() instanceof ConsentWithdrawn) {
                state = State.WITHDRAWN;
            } else if (each.fact() instanceof ConsentExpired) {
                state = State.EXPIRED;
            }
        }
        return new ConsentHistory(asked, state, understood, givenAt);
    }

    /** The question; absent when there is no such consent. */
    @Nullable
    ConsentAsked asked() {
        return asked;
    }

    State state() {
        return state;
    }

    /** Whether the questions about its text were answered rightly. */
    boolean understood() {
        return understood;
    }

    /** When they agreed; absent where they did not. */
    @Nullable
    Instant givenAt() {
        return givenAt;
    }

    /** The rule by which it does not cover this, as a code; absent when it does. */
    @Nullable
    String whyNot(
            ParticipantId participant, Purpose purpose, Recipient recipient, Set<DataClass> classes, LocalDate day) {
        ConsentAsked question = asked;
        if (question == null || !question.participant().equals(participant)) {
            return "no-such";
        }
        switch (state) {
            case ASKED -> {
                return "not-given";
            }
            case DECLINED -> {
                return "declined";
            }
            case WITHDRAWN -> {
                return "withdrawn";
            }
            case EXPIRED -> {
                return "last-day-passed";
            }
            case GIVEN -> {}
        }
        LocalDate lastDay = question.lastDay();
        if (lastDay != null && lastDay.isBefore(day)) {
            return "last-day-passed";
        }
        if (question.purpose() != purpose) {
            return "another-purpose";
        }
        if (!question.recipient().equals(recipient)) {
            return "another-recipient";
        }
        if (classes.isEmpty() || !question.classes().containsAll(classes)) {
            return "not-covered";
        }
        return null;
    }

    /** The agency that would receive; absent when it is the programme. */
    @Nullable
    AgencyId agency() {
        ConsentAsked question = asked;
        return question == null || question.recipient().id() == null
                ? null
                : new AgencyId(question.recipient().id());
    }
}
