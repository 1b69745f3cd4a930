package org.troth.command.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.command.consent.ConsentRequest.ConsentRenewal;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.What;
import org.troth.command.law.HouseLaw;
import org.troth.events.ConsentId;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.youth.Guardianship;

/** Asks for a consent anew that ends by its date: by a new question of the same kind, which is answered like any other. */
@Component
class RenewalDesk {

    private final Dispatch dispatch;
    private final Permits permits;
    private final ConsentDesk desk;
    private final RecordedConsents consents;
    private final Clock clock;

    RenewalDesk(Dispatch dispatch, Permits permits, ConsentDesk desk, RecordedConsents consents, Clock clock) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.desk = desk;
        this.consents = consents;
        this.clock = clock;
    }

    /** The answer is the identifier of the new question. */
    Outcome renew(Asked asked, ConsentId earlier, ConsentRenewal said) {
        String route = "POST /consents/{id}/renewal";
        ConsentAsked question = desk.onlyTheParticipant(asked, route, earlier);
        Fields fields = new Fields();
        var lastDay = fields.day("lastDay", said.lastDay());
        fields.check();
        String spoken = desk.spokenBy(question.participant());
        ConsentId id = new ConsentId(UUID.randomUUID());
        return permits.recordingRefusals(
                asked,
                route,
                question.participant().value(),
                () -> AskedConsents.trying(() -> dispatch.act(
                        asked.actor(), asked.request(), asked.key(), What.of(route, earlier, lastDay.get()), () -> {
                            Guardianship.Standing standing = consents.standing(question.participant());
                            return new Intent(
                                    new AskConsent(
                                            id,
                                            question.participant(),
                                            question.purpose(),
                                            question.recipient(),
                                            question.classes(),
                                            desk.inLanguage(question.purpose(), spoken, consents.isMinor(standing)),
                                            lastDay.get(),
                                            earlier),
                                    desk.numbered(asked, id, question.participant(), question.purpose())
                                            .provided(renewable(earlier))
                                            .provided(permits.asThemselves(
                                                            asked,
                                                            route,
                                                            question.participant()
                                                                    .value())
                                                    .preconditions())
                                            .provided(standing.preconditions()),
                                    id.toString());
                        })));
    }

    /** What the renewal rests on; throws the rule by which it cannot be renewed. */
    private Precondition renewable(ConsentId earlier) {
        List<RecordedFact> facts = consents.facts(earlier);
        ConsentHistory history = ConsentHistory.of(facts);
        ConsentAsked question = history.asked();
        if (question == null
                || (history.state() != ConsentHistory.State.GIVEN && history.state() != ConsentHistory.State.EXPIRED)) {
            throw ConsentRefused.notRenewable();
        }
        LocalDate lastDay = question.lastDay();
        if (lastDay == null) {
            throw ConsentRefused.neverEnds();
        }
        if (LocalDate.now(clock).isBefore(lastDay.minusDays(HouseLaw.RENEWAL_DAYS))) {
            throw ConsentRefused.tooEarly();
        }
        return new Precondition(earlier.toString(), facts.size() - 1L);
    }

    /** A last day that gives the new one as many days as the earlier one had when it was asked for, as far as it may have them. */
    LocalDate suggested(ConsentId earlier) {
        List<RecordedFact> facts = consents.facts(earlier);
        ConsentAsked question = ConsentHistory.of(facts).asked();
        LocalDate today = LocalDate.now(clock);
        LocalDate lastDay = question == null ? null : question.lastDay();
        if (question == null || lastDay == null) {
            return today;
        }
        LocalDate asked = LocalDate.ofInstant(facts.get(0).recordedAt(), clock.getZone());
        LocalDate sameTerm = today.plusDays(Math.max(1, ChronoUnit.DAYS.between(asked, lastDay)));
        LocalDate latest = desk.lastDayUnsaid(question.purpose());
        return latest != null && sameTerm.isAfter(latest) ? latest : sameTerm;
    }
}
