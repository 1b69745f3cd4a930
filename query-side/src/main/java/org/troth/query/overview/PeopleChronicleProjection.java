package org.troth.query.overview;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.ConsentDeclined;
import org.troth.events.consent.ConsentEvent.ConsentExpired;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.ConsentRenewalAsked;
import org.troth.events.consent.ConsentEvent.ConsentTalkedThrough;
import org.troth.events.consent.ConsentEvent.ConsentUnderstood;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.participant.ParticipantEvent.CaseClosed;
import org.troth.events.participant.ParticipantEvent.CaseReopened;
import org.troth.events.participant.ParticipantEvent.ContactMarkedUnsafe;
import org.troth.events.participant.ParticipantEvent.EnquiryAnswered;
import org.troth.events.participant.ParticipantEvent.EnquiryClosed;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.EnquiryRecognised;
import org.troth.events.participant.ParticipantEvent.EnquiryWithdrawn;
import org.troth.events.participant.ParticipantEvent.EnquiryWordsAdded;
import org.troth.events.participant.ParticipantEvent.FirstTellingHeard;
import org.troth.events.participant.ParticipantEvent.FirstTellingStepTaken;
import org.troth.events.participant.ParticipantEvent.FollowUpChosen;
import org.troth.events.participant.ParticipantEvent.FollowUpDropped;
import org.troth.events.participant.ParticipantEvent.FollowUpMade;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.participant.ParticipantEvent.IntakeCorrected;
import org.troth.events.participant.ParticipantEvent.OtherPersonNamed;
import org.troth.events.participant.ParticipantEvent.OtherPersonTakenOut;
import org.troth.events.participant.ParticipantEvent.ParticipantAccessNoted;
import org.troth.events.participant.ParticipantEvent.ParticipantAvailabilityStated;
import org.troth.events.participant.ParticipantEvent.ParticipantClassNoted;
import org.troth.events.participant.ParticipantEvent.ParticipantEnrolled;
import org.troth.events.participant.ParticipantEvent.ParticipantLanguagesNoted;
import org.troth.events.participant.ParticipantEvent.ReceiptGiven;
import org.troth.events.participant.ParticipantEvent.SafeContactChosen;
import org.troth.events.participant.ParticipantEvent.SuitabilityAssessed;
import org.troth.events.participant.ParticipantEvent.WaitingListJoined;
import org.troth.events.volunteer.VolunteerEvent.VolunteerAvailabilityStated;
import org.troth.events.volunteer.VolunteerEvent.VolunteerCapacityChanged;
import org.troth.events.volunteer.VolunteerEvent.VolunteerCorrected;
import org.troth.events.volunteer.VolunteerEvent.VolunteerQualifiedUntil;
import org.troth.events.volunteer.VolunteerEvent.VolunteerRegistered;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;

/** Tells what happened to people: who asked for help, who walks beside, what they agreed to. */
@KeepsRows
final class PeopleChronicleProjection {

    private final Chronicle chronicle;

    PeopleChronicleProjection(Rows rows) {
        chronicle = new Chronicle(rows);
    }

    @EventHandler
    void on(EnquiryReceived fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .code(fact.matter())
                .tell();
    }

    @EventHandler
    void on(IntakeCompleted fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .code(fact.matter())
                .tell();
    }

    @EventHandler
    void on(IntakeCorrected fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .code(fact.reason())
                .tell();
    }

    /** That it was noted, and never who they are. */
    @EventHandler
    void on(ParticipantClassNoted fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).with(fact.participant()).tell();
    }

    @EventHandler
    void on(ParticipantLanguagesNoted fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).with(fact.participant()).tell();
    }

    /** That it was noted, and never what they need. */
    @EventHandler
    void on(ParticipantAccessNoted fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).with(fact.participant()).tell();
    }

    @EventHandler
    void on(ParticipantEnrolled fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).with(fact.participant()).tell();
    }

    @EventHandler
    void on(EnquiryClosed fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .code(fact.reason())
                .tell();
    }

    @EventHandler
    void on(ReceiptGiven fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).with(fact.participant()).tell();
    }

    @EventHandler
    void on(EnquiryWordsAdded fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).with(fact.participant()).tell();
    }

    @EventHandler
    void on(EnquiryAnswered fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).with(fact.participant()).tell();
    }

    @EventHandler
    void on(EnquiryWithdrawn fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).with(fact.participant()).tell();
    }

    @EventHandler
    void on(EnquiryRecognised fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).with(fact.participant()).tell();
    }

    @EventHandler
    void on(SuitabilityAssessed fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .code(fact.outcome().name())
                .tell();
    }

    @EventHandler
    void on(WaitingListJoined fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .code(fact.urgency().name())
                .tell();
    }

    @EventHandler
    void on(CaseClosed fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .code(fact.reason())
                .tell();
    }

    @EventHandler
    void on(CaseReopened fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).with(fact.participant()).tell();
    }

    @EventHandler
    void on(FollowUpChosen fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .code(fact.channel().name())
                .until(fact.from())
                .tell();
    }

    @EventHandler
    void on(FollowUpDropped fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).with(fact.participant()).tell();
    }

    @EventHandler
    void on(FollowUpMade fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .code(fact.outcome())
                .tell();
    }

    /** Whom they told and what is done next is for their case alone. */
    @EventHandler
    void on(FirstTellingHeard fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).with(fact.participant()).tell();
    }

    @EventHandler
    void on(FirstTellingStepTaken fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).with(fact.participant()).tell();
    }

    /** Who that is and why is for their case alone. */
    @EventHandler
    void on(OtherPersonNamed fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).with(fact.participant()).tell();
    }

    @EventHandler
    void on(OtherPersonTakenOut fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).with(fact.participant()).tell();
    }

    @EventHandler
    void on(SafeContactChosen fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .code(fact.channel().name())
                .tell();
    }

    @EventHandler
    void on(ContactMarkedUnsafe fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .code(fact.channel().name())
                .tell();
    }

    @EventHandler
    void on(ParticipantAvailabilityStated fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).with(fact.participant()).tell();
    }

    @EventHandler
    void on(VolunteerRegistered fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).with(fact.volunteer()).tell();
    }

    @EventHandler
    void on(VolunteerCorrected fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.volunteer())
                .code(fact.reason())
                .tell();
    }

    @EventHandler
    void on(VolunteerQualifiedUntil fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.volunteer())
                .until(fact.lastDay())
                .tell();
    }

    @EventHandler
    void on(VolunteerCapacityChanged fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.volunteer())
                .code(String.valueOf(fact.capacity()))
                .tell();
    }

    @EventHandler
    void on(VolunteerAvailabilityStated fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).with(fact.volunteer()).tell();
    }

    @EventHandler
    void on(ConsentAsked fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.consent().value())
                .code(fact.purpose().name())
                .until(fact.lastDay())
                .tell();
    }

    @EventHandler
    void on(ConsentRenewalAsked fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.consent().value())
                .tell();
    }

    @EventHandler
    void on(ConsentTalkedThrough fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.consent().value())
                .code(fact.medium())
                .tell();
    }

    @EventHandler
    void on(ConsentUnderstood fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.consent().value())
                .tell();
    }

    @EventHandler
    void on(ConsentGiven fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.consent().value())
                .tell();
    }

    @EventHandler
    void on(ConsentDeclined fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.consent().value())
                .tell();
    }

    @EventHandler
    void on(ConsentWithdrawn fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.consent().value())
                .tell();
    }

    @EventHandler
    void on(ConsentExpired fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.consent().value())
                .until(fact.lastDay())
                .tell();
    }
}
