package org.troth.command.encounter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.troth.command.law.HouseLaw;
import org.troth.events.EncounterId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.encounter.EncounterEvent.CitedSheet;
import org.troth.events.encounter.EncounterEvent.EncounterCorrected;
import org.troth.events.encounter.EncounterEvent.EncounterLogged;
import org.troth.events.encounter.EncounterEvent.EncounterPresenceNoted;
import org.troth.events.encounter.EncounterEvent.EncounterSheetsGiven;
import org.troth.events.encounter.EncounterEvent.Finding;
import org.troth.events.encounter.EncounterEvent.Found;
import org.troth.events.encounter.EncounterEvent.Held;
import org.troth.events.encounter.EncounterEvent.Present;
import org.troth.events.matching.WalkedTogether.Walk;
import org.troth.events.presence.Guest;
import org.troth.events.volunteer.VolunteerStanding;

/** One meeting of a match. What is found about it, and who else was there, stands beside it and never keeps it out. */
@Aggregate
class Encounter {

    @AggregateIdentifier
    private EncounterId id;

    // All four are set by the first fact, which every other handler comes after.
    @SuppressWarnings("NullAway.Init")
    private MatchId match;

    @SuppressWarnings("NullAway.Init")
    private ParticipantId participant;

    @SuppressWarnings("NullAway.Init")
    private VolunteerId volunteer;

    @SuppressWarnings("NullAway.Init")
    private Instant enteredAt;

    private List<Present> present = List.of();
    private List<CitedSheet> sheets = List.of();

    Encounter() {}

    @CommandHandler
    Encounter(LogEncounter command, Clock clock) {
        ParticipantId helped = command.walk().participant();
        VolunteerId helping = command.walk().volunteer();
        if (helped == null || helping == null) {
            throw EncounterRefused.neverMatched();
        }
        Instant now = clock.instant();
        mayHaveBeen(command.held(), command.walk(), now);
        apply(new EncounterLogged(
                command.encounter(),
                command.match(),
                helped,
                helping,
                command.writer(),
                command.held(),
                command.attestation(),
                findings(command.held(), command.standing(), now),
                command.note(),
                command.reflection(),
                HouseLaw.ENCOUNTER_LOGGING));
        if (!command.present().isEmpty()) {
            // Nothing is set yet: what is applied here is handled when this is through.
            apply(new EncounterPresenceNoted(
                    command.encounter(),
                    command.match(),
                    helped,
                    helping,
                    command.writer(),
                    command.held(),
                    command.present(),
                    HouseLaw.ENCOUNTER_PRESENCE));
        }
        if (!command.sheets().isEmpty()) {
            apply(new EncounterSheetsGiven(
                    command.encounter(),
                    command.match(),
                    helped,
                    helping,
                    command.writer(),
                    command.held(),
                    command.sheets(),
                    HouseLaw.ENCOUNTER_SHEETS));
        }
    }

    @CommandHandler
    void handle(CorrectEncounter command, Clock clock) {
        mayHaveBeen(command.held(), command.walk(), clock.instant());
        apply(new EncounterCorrected(
                id,
                match,
                participant,
                volunteer,
                command.writer(),
                command.reason(),
                command.held(),
                command.attestation(),
                findings(command.held(), command.standing(), enteredAt),
                command.noteIs(),
                command.note(),
                command.reflectionIs(),
                command.reflection(),
                HouseLaw.ENCOUNTER_CORRECTION));
        List<Guest> there =
                command.present() == null ? present.stream().map(Present::guest).toList() : command.present();
        List<Present> now = there.stream()
                .map(guest -> new Present(guest, command.agreed().get(guest)))
                .toList();
        if (!now.equals(present)) {
            apply(new EncounterPresenceNoted(
                    id,
                    match,
                    participant,
                    volunteer,
                    command.writer(),
                    command.held(),
                    now,
                    HouseLaw.ENCOUNTER_PRESENCE));
        }
        List<CitedSheet> given = command.sheets();
        if (given != null && !given.equals(sheets)) {
            apply(new EncounterSheetsGiven(
                    id,
                    match,
                    participant,
                    volunteer,
                    command.writer(),
                    command.held(),
                    given,
                    HouseLaw.ENCOUNTER_SHEETS));
        }
    }

    /** The day of the beginning counts whole: two who meet and both say yes are often entered afterwards. */
    private static void mayHaveBeen(Held held, Walk walk, Instant now) {
        Instant from = walk.from();
        Instant until = walk.until();
        if (from == null) {
            throw EncounterRefused.neverMatched();
        }
        if (held.at().isAfter(now)) {
            throw EncounterRefused.notYet();
        }
        ZoneId zone = ZoneId.of(held.zone());
        LocalDate first = LocalDate.ofInstant(from, zone);
        boolean before = LocalDate.ofInstant(held.at(), zone).isBefore(first);
        boolean after = until != null && !held.at().isBefore(until);
        if (before || after) {
            throw EncounterRefused.notMatchedThen();
        }
    }

    private static List<Finding> findings(Held held, VolunteerStanding.Standing standing, Instant entered) {
        List<Finding> findings = new ArrayList<>();
        if (held.at().plus(HouseLaw.IN_TIME).isBefore(entered)) {
            findings.add(new Finding(Found.LATE_ENTRY, HouseLaw.ENCOUNTER_LATENESS));
        }
        if (!standing.qualified()) {
            findings.add(new Finding(Found.NOT_QUALIFIED, HouseLaw.ENCOUNTER_QUALIFICATION));
        }
        return findings;
    }

    @EventSourcingHandler
    void on(EncounterLogged fact, @Timestamp Instant recordedAt) {
        id = fact.encounter();
        match = fact.match();
        participant = fact.participant();
        volunteer = fact.volunteer();
        enteredAt = recordedAt;
    }

    @EventSourcingHandler
    void on(EncounterCorrected fact) {
        // The next correction is judged by when the meeting was first entered, as this one was.
    }

    @EventSourcingHandler
    void on(EncounterPresenceNoted fact) {
        present = fact.present();
    }

    @EventSourcingHandler
    void on(EncounterSheetsGiven fact) {
        sheets = fact.sheets();
    }
}
