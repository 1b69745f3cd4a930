package org.troth.query.overview;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.boundary.BoundaryEvent.BoundaryChanged;
import org.troth.events.boundary.BoundaryEvent.BoundaryDeclined;
import org.troth.events.boundary.BoundaryEvent.BoundaryLifted;
import org.troth.events.boundary.BoundaryEvent.BoundarySet;
import org.troth.events.encounter.EncounterEvent;
import org.troth.events.encounter.EncounterEvent.EncounterCorrected;
import org.troth.events.encounter.EncounterEvent.EncounterCorrectionApproved;
import org.troth.events.encounter.EncounterEvent.EncounterCorrectionProposed;
import org.troth.events.encounter.EncounterEvent.EncounterCorrectionSentBack;
import org.troth.events.encounter.EncounterEvent.EncounterLogged;
import org.troth.events.encounter.EncounterEvent.EncounterPresenceNoted;
import org.troth.events.encounter.EncounterEvent.EncounterSheetsGiven;
import org.troth.events.encounter.EncounterEvent.Finding;
import org.troth.events.encounter.EncounterEvent.Held;
import org.troth.events.encounter.EncounterEvent.Present;
import org.troth.events.matching.MatchingEvent.ChangeAsked;
import org.troth.events.matching.MatchingEvent.ChangeOverdue;
import org.troth.events.matching.MatchingEvent.MatchAccepted;
import org.troth.events.matching.MatchingEvent.MatchDeclined;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.events.matching.MatchingEvent.MatchProposed;
import org.troth.events.matching.MatchingEvent.MatchRequestClosed;
import org.troth.events.matching.MatchingEvent.MatchRequested;
import org.troth.events.matching.MatchingEvent.MatchStarted;
import org.troth.events.matching.MatchingEvent.ProposalTakenBack;
import org.troth.events.matching.MatchingEvent.RequestDeclined;
import org.troth.events.matching.MatchingEvent.SecondContactAsked;
import org.troth.events.matching.MatchingEvent.WishApartTakenBack;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;

/** Tells what happened between people: matches, boundaries and meetings. */
@KeepsRows
final class SupportChronicleProjection {

    private final Chronicle chronicle;

    SupportChronicleProjection(Rows rows) {
        chronicle = new Chronicle(rows);
    }

    @EventHandler
    void on(MatchRequested fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.match().value())
                .tell();
    }

    @EventHandler
    void on(MatchProposed fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .with(fact.volunteer())
                .about(fact.match().value())
                .tell();
    }

    @EventHandler
    void on(MatchAccepted fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .with(fact.volunteer())
                .about(fact.match().value())
                .by(fact.by())
                .tell();
    }

    @EventHandler
    void on(MatchDeclined fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .with(fact.volunteer())
                .about(fact.match().value())
                .tell();
    }

    @EventHandler
    void on(ProposalTakenBack fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .with(fact.volunteer())
                .about(fact.match().value())
                .tell();
    }

    @EventHandler
    void on(MatchStarted fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .with(fact.volunteer())
                .about(fact.match().value())
                .tell();
    }

    @EventHandler
    void on(ChangeAsked fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .with(fact.volunteer())
                .about(fact.match().value())
                .until(fact.dueBy())
                .tell();
    }

    @EventHandler
    void on(SecondContactAsked fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .with(fact.volunteer())
                .about(fact.match().value())
                .until(fact.dueBy())
                .tell();
    }

    @EventHandler
    void on(RequestDeclined fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .with(fact.volunteer())
                .about(fact.match().value())
                .tell();
    }

    /** Whose wish it was is not told. */
    @EventHandler
    void on(WishApartTakenBack fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .with(fact.volunteer())
                .about(fact.match().value())
                .tell();
    }

    @EventHandler
    void on(ChangeOverdue fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .with(fact.volunteer())
                .about(fact.match().value())
                .until(fact.dueBy())
                .tell();
    }

    @EventHandler
    void on(MatchEnded fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .with(fact.volunteer())
                .about(fact.match().value())
                .code(fact.reason().name())
                .tell();
    }

    @EventHandler
    void on(MatchRequestClosed fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.match().value())
                .tell();
    }

    @EventHandler
    void on(BoundarySet fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .with(fact.volunteer())
                .about(fact.boundary().value())
                .code(fact.topic().name())
                .by(fact.by())
                .tell();
    }

    @EventHandler
    void on(BoundaryChanged fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .about(fact.boundary().value())
                .code(fact.topic().name())
                .by(fact.by())
                .tellOfBoundary();
    }

    @EventHandler
    void on(BoundaryDeclined fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).about(fact.boundary().value()).tellOfBoundary();
    }

    @EventHandler
    void on(BoundaryLifted fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .about(fact.boundary().value())
                .by(fact.by())
                .tellOfBoundary();
    }

    @EventHandler
    void on(EncounterLogged fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .with(fact.volunteer())
                .about(fact.encounter().value())
                .code(found(fact.held().medium(), fact.findings()))
                .until(day(fact.held()))
                .tell();
    }

    @EventHandler
    void on(EncounterCorrected fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .with(fact.volunteer())
                .about(fact.encounter().value())
                .code(found(fact.reason(), fact.findings()))
                .until(day(fact.held()))
                .tell();
    }

    @EventHandler
    void on(EncounterCorrectionProposed fact, EventMessage<?> message, TrackingToken token) {
        ofMeeting(fact, message, token).tell();
    }

    @EventHandler
    void on(EncounterCorrectionApproved fact, EventMessage<?> message, TrackingToken token) {
        ofMeeting(fact, message, token).tell();
    }

    @EventHandler
    void on(EncounterCorrectionSentBack fact, EventMessage<?> message, TrackingToken token) {
        ofMeeting(fact, message, token).code(fact.reason()).tell();
    }

    private Chronicle.Line ofMeeting(EncounterEvent fact, EventMessage<?> message, TrackingToken token) {
        return chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .with(fact.volunteer())
                .about(fact.encounter().value())
                .until(day(fact.held()));
    }

    @EventHandler
    void on(EncounterPresenceNoted fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .with(fact.volunteer())
                .about(fact.encounter().value())
                .code(
                        fact.present().isEmpty()
                                ? "nobody"
                                : fact.present().stream()
                                        .map(SupportChronicleProjection::there)
                                        .collect(Collectors.joining(", ")))
                .until(day(fact.held()))
                .tell();
    }

    @EventHandler
    void on(EncounterSheetsGiven fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .with(fact.volunteer())
                .about(fact.encounter().value())
                .until(day(fact.held()))
                .tell();
    }

    private static String there(Present present) {
        return present.guest().name() + (present.agreed() == null ? "-without-a-yes-beforehand" : "");
    }

    private static String found(String code, List<Finding> findings) {
        return Stream.concat(Stream.of(code), findings.stream().map(each -> switch (each.found()) {
                    case LATE_ENTRY -> "entered-late";
                    case NOT_QUALIFIED -> "volunteer-not-qualified-that-day";
                }))
                .collect(Collectors.joining(", "));
    }

    private static LocalDate day(Held held) {
        return LocalDate.ofInstant(held.at(), ZoneId.of(held.zone()));
    }
}
