package org.troth.command.consent;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.troth.command.consent.ConsentRequest.ConsentQuestion;
import org.troth.command.consent.ConsentRequest.PublishedText;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.What;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.ShownText;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.directory.AgencyListing;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.recording.Unit;

/** Takes in what is asked about consent. Nobody but the participant answers; a coordinator may write their answer down. */
@Component
class ConsentDesk {

    /** Refused because whoever supports people never signs for one of them, whatever else they may do. */
    private static final String NEVER_BY_SUPPORTER = "consent-never-by-supporter";

    private final Dispatch dispatch;
    private final Permits permits;
    private final ConsentTexts texts;
    private final AgencyListing agencies;
    private final RecordedConsents consents;

    ConsentDesk(
            Dispatch dispatch, Permits permits, ConsentTexts texts, AgencyListing agencies, RecordedConsents consents) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.texts = texts;
        this.agencies = agencies;
        this.consents = consents;
    }

    /** The answer is the new consent's identifier. */
    Outcome ask(Asked asked, ConsentQuestion said) {
        String route = "POST /consents";
        permits.coordinator(asked, route, null);
        Fields fields = new Fields();
        var participant = fields.id("participant", said.participant(), ParticipantId::new);
        var purpose = fields.choice("purpose", said.purpose(), Purpose.class);
        var agency = fields.idIfAny("agency", said.agency(), AgencyId::new);
        var classes = fields.choices("classes", said.classes(), DataClass.class);
        var language = fields.language("language", said.language());
        var lastDay = fields.dayIfAny("lastDay", said.lastDay());
        fields.check();
        permits.onRecord(participant.get(), ParticipantEvent.class);
        AgencyId recipient = agency.orNull();
        if (recipient != null && agencies.of(recipient).isEmpty()) {
            throw ConsentRefused.agencyUnknown();
        }
        ShownText text = shown(purpose.get(), language.get());
        ConsentId id = new ConsentId(UUID.randomUUID());
        return dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                What.of(
                        route,
                        participant.get(),
                        purpose.get(),
                        recipient,
                        classes.get(),
                        language.get(),
                        lastDay.orNull()),
                () -> new Intent(
                        new AskConsent(
                                id,
                                participant.get(),
                                purpose.get(),
                                recipient == null ? Recipient.programme() : Recipient.agency(recipient),
                                Set.copyOf(classes.get()),
                                text,
                                lastDay.orNull()),
                        new Unit(asked.actor(), asked.request()),
                        id.toString()));
    }

    private ShownText shown(Purpose purpose, String language) {
        PublishedText text = texts.newest(purpose, language)
                .orElseThrow(() -> new Invalid(
                        "language", "no-text", "There is no published text for this purpose in this language."));
        return new ShownText(text.name(), text.version(), text.language(), text.sha256());
    }

    Outcome give(Asked asked, ConsentId id) {
        return answer(asked, "POST /consents/{id}/agreement", id, GiveConsent::new);
    }

    Outcome decline(Asked asked, ConsentId id) {
        return answer(asked, "POST /consents/{id}/refusal", id, DeclineConsent::new);
    }

    Outcome withdraw(Asked asked, ConsentId id) {
        return answer(asked, "POST /consents/{id}/withdrawal", id, WithdrawConsent::new);
    }

    private Outcome answer(Asked asked, String route, ConsentId id, Function<ConsentId, Object> command) {
        ConsentAsked question = onlyTheParticipant(asked, route, id);
        return permits.recordingRefusals(
                asked,
                route,
                question.participant().value(),
                () -> dispatch.act(
                        asked.actor(),
                        asked.request(),
                        asked.key(),
                        What.of(route, id),
                        () -> new Intent(command.apply(id), new Unit(asked.actor(), asked.request()), id.toString())));
    }

    /** The question and its state, for those who may answer it; that it was shown is on the record first. */
    Opened open(Asked asked, PurposeOfUse purpose, String route, ConsentId id) {
        ConsentAsked question = onlyTheParticipant(asked, route, id);
        permits.show(
                asked,
                purpose,
                route,
                SubjectKind.PARTICIPANT,
                question.participant().value(),
                null);
        ConsentHistory history = consents.history(id);
        AgencyId agency = history.agency();
        return new Opened(
                question,
                history.state(),
                texts.asShown(question.text()),
                agency == null
                        ? "the programme"
                        : agencies.of(agency).map(AgencyListing.Listing::name).orElseThrow(NotOnRecord::new));
    }

    /** A consent as it is shown to be answered. */
    record Opened(ConsentAsked question, ConsentHistory.State state, PublishedText text, String recipient) {}

    private ConsentAsked onlyTheParticipant(Asked asked, String route, ConsentId id) {
        ConsentAsked question = consents.history(id).asked();
        UUID participant = question == null ? null : question.participant().value();
        if (asked.actor().is(Role.VOLUNTEER) && !permits.isSelf(asked, participant)) {
            throw permits.refuse(asked, route, participant, NEVER_BY_SUPPORTER);
        }
        permits.selfOrCoordinator(asked, route, participant);
        if (question == null) {
            throw new NotOnRecord();
        }
        return question;
    }

    void mayOpenQuestionForm(Asked asked, ParticipantId participant) {
        permits.coordinator(asked, "GET /consents/new", participant.value());
        permits.onRecord(participant, ParticipantEvent.class);
    }
}
