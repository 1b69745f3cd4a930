package org.troth.command.encounter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.troth.command.law.HouseLaw;
import org.troth.events.EncounterId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.encounter.EncounterEvent.Attestation;
import org.troth.events.encounter.EncounterEvent.CitedSheet;
import org.troth.events.encounter.EncounterEvent.EncounterCorrected;
import org.troth.events.encounter.EncounterEvent.EncounterCorrectionApproved;
import org.troth.events.encounter.EncounterEvent.EncounterCorrectionProposed;
import org.troth.events.encounter.EncounterEvent.EncounterCorrectionSentBack;
import org.troth.events.encounter.EncounterEvent.EncounterLogged;
import org.troth.events.encounter.EncounterEvent.EncounterPresenceNoted;
import org.troth.events.encounter.EncounterEvent.EncounterSheetsGiven;
import org.troth.events.encounter.EncounterEvent.Finding;
import org.troth.events.encounter.EncounterEvent.Found;
import org.troth.events.encounter.EncounterEvent.Held;
import org.troth.events.encounter.EncounterEvent.Present;
import org.troth.events.encounter.EncounterEvent.Writer;
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

    /** The last version that was entered. */
    @SuppressWarnings("NullAway.Init")
    private Version entered;

    /** The version that holds; the last one, unless that waits. */
    @SuppressWarnings("NullAway.Init")
    private Version holds;

    /** What held before the last version was entered. */
    @SuppressWarnings("NullAway.Init")
    private Version held;

    private boolean waits;
    private int versions;

    /**
     * One version of the meeting.
     *
     * @param acts what the volunteer attested last; absent where they never did
     */
    private record Version(
            Held held,
            List<Finding> findings,
            @Nullable List<String> acts,
            List<Present> present,
            List<CitedSheet> sheets) {

        private Version with(List<Present> there) {
            return new Version(held, findings, acts, there, sheets);
        }

        private Version given(List<CitedSheet> given) {
            return new Version(held, findings, acts, present, given);
        }
    }

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
        Version before = holds;
        List<Finding> findings = findings(command.held(), command.standing(), enteredAt);
        List<Guest> there = command.present() == null
                ? entered.present().stream().map(Present::guest).toList()
                : command.present();
        List<Present> now = there.stream()
                .map(guest -> new Present(guest, command.agreed().get(guest)))
                .toList();
        List<CitedSheet> given = command.sheets();
        boolean otherPresent = !now.equals(entered.present());
        boolean otherSheets = given != null && !given.equals(entered.sheets());
        boolean proposed = waits || otherPresent || otherSheets || changes(command);
        apply(new EncounterCorrected(
                id,
                match,
                participant,
                volunteer,
                command.writer(),
                command.reason(),
                command.held(),
                command.attestation(),
                findings,
                command.noteIs(),
                command.note(),
                command.reflectionIs(),
                command.reflection(),
                HouseLaw.ENCOUNTER_CORRECTION));
        if (proposed) {
            apply(new EncounterCorrectionProposed(
                    id,
                    match,
                    participant,
                    volunteer,
                    command.writer(),
                    versions,
                    before.held(),
                    both(before.findings(), findings),
                    HouseLaw.ENCOUNTER_APPROVAL));
        }
        if (otherPresent) {
            apply(presence(command.writer(), command.held(), now));
        }
        if (given != null && otherSheets) {
            apply(sheets(command.writer(), command.held(), given));
        }
    }

    /** What a coordinator can look at; words are not among it. */
    private boolean changes(CorrectEncounter command) {
        Attestation said = command.attestation();
        return !command.held().equals(entered.held())
                || (said != null && !said.acts().equals(entered.acts()));
    }

    private static List<Finding> both(List<Finding> holding, List<Finding> waiting) {
        return Stream.concat(holding.stream(), waiting.stream()).distinct().toList();
    }

    @CommandHandler
    void handle(ApproveCorrection command) {
        mustWait(command.version());
        apply(new EncounterCorrectionApproved(
                id,
                match,
                participant,
                volunteer,
                versions,
                entered.held(),
                entered.findings(),
                HouseLaw.ENCOUNTER_APPROVAL));
    }

    @CommandHandler
    void handle(SendCorrectionBack command) {
        mustWait(command.version());
        Version refused = entered;
        apply(new EncounterCorrectionSentBack(
                id,
                match,
                participant,
                volunteer,
                versions,
                command.reason(),
                holds.held(),
                holds.findings(),
                HouseLaw.ENCOUNTER_APPROVAL));
        if (!holds.present().equals(refused.present())) {
            apply(presence(Writer.COORDINATOR, holds.held(), holds.present()));
        }
        if (!holds.sheets().equals(refused.sheets())) {
            apply(sheets(Writer.COORDINATOR, holds.held(), holds.sheets()));
        }
    }

    private void mustWait(int version) {
        if (!waits) {
            throw EncounterRefused.nothingWaits();
        }
        if (version != versions) {
            throw EncounterRefused.correctedAnew();
        }
    }

    private EncounterPresenceNoted presence(Writer writer, Held when, List<Present> there) {
        return new EncounterPresenceNoted(
                id, match, participant, volunteer, writer, when, there, HouseLaw.ENCOUNTER_PRESENCE);
    }

    private EncounterSheetsGiven sheets(Writer writer, Held when, List<CitedSheet> given) {
        return new EncounterSheetsGiven(
                id, match, participant, volunteer, writer, when, given, HouseLaw.ENCOUNTER_SHEETS);
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
        entered = new Version(fact.held(), fact.findings(), acts(fact.attestation()), List.of(), List.of());
        holds = entered;
        held = entered;
        versions = 1;
    }

    private static @Nullable List<String> acts(@Nullable Attestation said) {
        return said == null ? null : said.acts();
    }

    /** The next correction is judged by when the meeting was first entered, as this one was. */
    @EventSourcingHandler
    void on(EncounterCorrected fact) {
        List<String> acts = fact.attestation() == null ? entered.acts() : acts(fact.attestation());
        entered = new Version(fact.held(), fact.findings(), acts, entered.present(), entered.sheets());
        held = holds;
        holds = entered;
        versions++;
    }

    @EventSourcingHandler
    void on(EncounterCorrectionProposed fact) {
        holds = held;
        waits = true;
    }

    @EventSourcingHandler
    void on(EncounterCorrectionApproved fact) {
        holds = entered;
        waits = false;
    }

    @EventSourcingHandler
    void on(EncounterCorrectionSentBack fact) {
        entered = holds;
        waits = false;
    }

    @EventSourcingHandler
    void on(EncounterPresenceNoted fact) {
        entered = entered.with(fact.present());
        if (!waits) {
            holds = entered;
        }
    }

    @EventSourcingHandler
    void on(EncounterSheetsGiven fact) {
        entered = entered.given(fact.sheets());
        if (!waits) {
            holds = entered;
        }
    }
}
