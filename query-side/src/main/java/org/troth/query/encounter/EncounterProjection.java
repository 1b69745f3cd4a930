package org.troth.query.encounter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.troth.events.confidential.Sealed;
import org.troth.events.encounter.EncounterEvent;
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
import org.troth.events.encounter.EncounterEvent.Wording;
import org.troth.events.encounter.EncounterEvent.Writer;
import org.troth.events.presence.Guest;
import org.troth.events.recording.Metadata;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps one row for each meeting as it stands now, and one for each of its versions. */
@KeepsRows
final class EncounterProjection {

    private static final Write LOGGED = new Write("encounter", """
            insert into encounter (id, match, participant, volunteer, held_at, zone, minutes, medium, support, topics,
                                   findings, entered_by, entered_at, entered_position)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
                held_at = excluded.held_at, zone = excluded.zone, minutes = excluded.minutes, medium = excluded.medium,
                support = excluded.support, topics = excluded.topics, findings = excluded.findings,
                entered_by = excluded.entered_by, entered_at = excluded.entered_at,
                entered_position = excluded.entered_position, corrected_at = null,
                unagreed = false, unagreed_held = false, unagreed_said = null, proposed_at = null, proposed_position = null, proposed_reason = null, last_reason = null,
                held_corrected_at = null
            """);

    private static final Write CORRECTED = new Write("encounter", """
            update encounter set held_at = ?, zone = ?, minutes = ?, medium = ?, support = ?, topics = ?, findings = ?,
                                 held_corrected_at = case when proposed_position is null then corrected_at
                                                          else held_corrected_at end,
                                 corrected_at = ?, last_reason = ?
             where id = ?
            """);

    /** What holds is as it was said; what waits is in its version. The last reason is that of the correction that waits. */
    private static final Write PROPOSED = new Write("encounter", """
            update encounter set held_at = ?, zone = ?, minutes = ?, medium = ?, support = ?, topics = ?, findings = ?,
                                 corrected_at = held_corrected_at, proposed_at = ?, proposed_position = ?, proposed_reason = last_reason
             where id = ?
            """);

    private static final Write DECIDED = new Write("encounter", """
            update encounter set held_at = ?, zone = ?, minutes = ?, medium = ?, support = ?, topics = ?, findings = ?,
                                 corrected_at = coalesce(?, corrected_at),
                                 unagreed = case when ?::boolean then coalesce(unagreed_said, unagreed_held)
                                                 else unagreed_held end,
                                 unagreed_held = case when ?::boolean then coalesce(unagreed_said, unagreed_held)
                                                      else unagreed_held end,
                                 unagreed_said = null,
                                 proposed_at = null, proposed_position = null, proposed_reason = null
             where id = ?
            """);

    private static final Write WAITS = new Write("encounter_version", """
            update encounter_version v
               set standing = case when v.position = (select max(l.position) from encounter_version l
                                                       where l.encounter = v.encounter and l.position < ?)
                                   then 'PROPOSED' else 'REPLACED' end
             where v.encounter = ?
               and (v.standing = 'PROPOSED'
                    or v.position = (select max(l.position) from encounter_version l
                                      where l.encounter = v.encounter and l.position < ?))
               and v.position < ?
            """);

    private static final Write LOOKED_AT = new Write("encounter_version", """
            update encounter_version set standing = ?, decided_at = ?, decided_reason = ?
             where encounter = ? and standing = 'PROPOSED' and position < ?
            """);

    private static final Write VERSION = new Write("encounter_version", """
            insert into encounter_version (position, encounter, recorded_at, entered_by, reason, held_at, zone, minutes,
                                           medium, support, topics, findings, acts, note_is, note, reflection_is,
                                           reflection, entered_as)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (position) do nothing
            """);

    /** While a correction waits, what was found before it stays in sight beside what it says. */
    private static final Write UNAGREED = new Write("encounter", """
            update encounter set unagreed = ?::boolean or (proposed_position is not null and unagreed_held),
                                 unagreed_said = case when proposed_position is null then null else ?::boolean end,
                                 unagreed_held = case when proposed_position is null then ?::boolean else unagreed_held end
             where id = ?
            """);

    private static final Write PRESENCE = new Write("encounter_presence", """
            insert into encounter_presence (position, encounter, noted_at, noted_by, guests, unagreed)
            values (?, ?, ?, ?, ?, ?) on conflict (position) do nothing
            """);

    private static final Write NO_SHEETS =
            new Write("encounter_sheet", "delete from encounter_sheet where encounter = ?");

    private static final Write SHEET = new Write("encounter_sheet", """
            insert into encounter_sheet (sheet, version, encounter, participant, position) values (?, ?, ?, ?, ?)
            on conflict (encounter, sheet, version) do update set position = excluded.position
            """);

    private final Rows rows;

    EncounterProjection(Rows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(EncounterLogged fact, EventMessage<?> message, @Timestamp Instant at, TrackingToken token) {
        Held held = fact.held();
        rows.write(
                LOGGED,
                fact.encounter().value(),
                fact.match().value(),
                fact.participant().value(),
                fact.volunteer().value(),
                held.at(),
                held.zone(),
                held.minutes(),
                held.medium(),
                held.support(),
                held.topics(),
                found(fact.findings()),
                fact.enteredBy(),
                at,
                Rows.position(token));
        version(
                fact,
                Rows.position(token),
                at,
                fact.enteredBy(),
                null,
                fact.attestation(),
                fact.findings(),
                Wording.CHANGED,
                fact.note(),
                Wording.CHANGED,
                fact.reflection(),
                actor(message));
    }

    @EventHandler
    void on(EncounterCorrected fact, EventMessage<?> message, @Timestamp Instant at, TrackingToken token) {
        Held held = fact.held();
        rows.write(
                CORRECTED,
                held.at(),
                held.zone(),
                held.minutes(),
                held.medium(),
                held.support(),
                held.topics(),
                found(fact.findings()),
                at,
                fact.reason(),
                fact.encounter().value());
        version(
                fact,
                Rows.position(token),
                at,
                fact.correctedBy(),
                fact.reason(),
                fact.attestation(),
                fact.findings(),
                fact.noteIs(),
                fact.note(),
                fact.reflectionIs(),
                fact.reflection(),
                actor(message));
    }

    @EventHandler
    void on(EncounterCorrectionProposed fact, @Timestamp Instant at, TrackingToken token) {
        Held held = fact.held();
        long position = Rows.position(token);
        UUID encounter = fact.encounter().value();
        rows.write(
                PROPOSED,
                held.at(),
                held.zone(),
                held.minutes(),
                held.medium(),
                held.support(),
                held.topics(),
                found(fact.findings()),
                at,
                position,
                encounter);
        rows.write(WAITS, position, encounter, position, position);
    }

    @EventHandler
    void on(EncounterCorrectionApproved fact, @Timestamp Instant at, TrackingToken token) {
        decided(fact, fact.findings(), at, true);
        rows.write(LOOKED_AT, "APPROVED", at, null, fact.encounter().value(), Rows.position(token));
    }

    @EventHandler
    void on(EncounterCorrectionSentBack fact, @Timestamp Instant at, TrackingToken token) {
        decided(fact, fact.findings(), at, false);
        rows.write(LOOKED_AT, "SENT_BACK", at, fact.reason(), fact.encounter().value(), Rows.position(token));
    }

    private void decided(EncounterEvent fact, List<Finding> findings, Instant at, boolean approved) {
        Held held = fact.held();
        rows.write(
                DECIDED,
                held.at(),
                held.zone(),
                held.minutes(),
                held.medium(),
                held.support(),
                held.topics(),
                found(findings),
                approved ? at : null,
                approved,
                approved,
                fact.encounter().value());
    }

    private static @Nullable UUID actor(EventMessage<?> message) {
        Object actor = message.getMetaData().get(Metadata.ACTOR);
        return actor == null ? null : UUID.fromString(actor.toString());
    }

    @EventHandler
    void on(EncounterPresenceNoted fact, @Timestamp Instant at, TrackingToken token) {
        List<Guest> unagreed = fact.present().stream()
                .filter(each -> each.agreed() == null)
                .map(Present::guest)
                .toList();
        boolean any = !unagreed.isEmpty();
        rows.write(UNAGREED, any, any, any, fact.encounter().value());
        rows.write(
                PRESENCE,
                Rows.position(token),
                fact.encounter().value(),
                at,
                fact.notedBy(),
                fact.present().stream().map(Present::guest).toList(),
                unagreed);
    }

    @EventHandler
    void on(EncounterSheetsGiven fact, TrackingToken token) {
        rows.write(NO_SHEETS, fact.encounter().value());
        for (CitedSheet sheet : fact.sheets()) {
            rows.write(
                    SHEET,
                    sheet.sheet().value(),
                    sheet.version(),
                    fact.encounter().value(),
                    fact.participant().value(),
                    Rows.position(token));
        }
    }

    private void version(
            EncounterEvent fact,
            long position,
            Instant at,
            Writer by,
            @Nullable String reason,
            @Nullable Attestation attestation,
            List<Finding> findings,
            Wording noteIs,
            @Nullable Sealed note,
            Wording reflectionIs,
            @Nullable Sealed reflection,
            @Nullable UUID actor) {
        Held held = fact.held();
        rows.write(
                VERSION,
                position,
                fact.encounter().value(),
                at,
                by,
                reason,
                held.at(),
                held.zone(),
                held.minutes(),
                held.medium(),
                held.support(),
                held.topics(),
                found(findings),
                attestation == null ? null : attestation.acts(),
                noteIs,
                note,
                reflectionIs,
                reflection,
                actor);
    }

    private static List<Found> found(List<Finding> findings) {
        return findings.stream().map(Finding::found).toList();
    }
}
