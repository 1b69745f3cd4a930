package org.troth.command.encounter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.AddedWords;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.What;
import org.troth.command.encounter.EncounterRequest.EncounterCorrection;
import org.troth.command.encounter.EncounterRequest.NewEncounter;
import org.troth.command.encounter.EncounterRequest.SendingBack;
import org.troth.command.encounter.HeldFields.Given;
import org.troth.command.law.CodeList;
import org.troth.events.EncounterId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Words;
import org.troth.events.encounter.EncounterEvent.Attestation;
import org.troth.events.encounter.EncounterEvent.CitedSheet;
import org.troth.events.encounter.EncounterEvent.EncounterLogged;
import org.troth.events.encounter.EncounterEvent.Held;
import org.troth.events.encounter.EncounterEvent.Present;
import org.troth.events.encounter.EncounterEvent.Wording;
import org.troth.events.encounter.EncounterEvent.Writer;
import org.troth.events.matching.WalkedTogether;
import org.troth.events.matching.WalkedTogether.Walk;
import org.troth.events.presence.AgreedPresence;
import org.troth.events.presence.Guest;
import org.troth.events.recording.Unit;
import org.troth.events.sheet.SheetsInReview;
import org.troth.events.volunteer.VolunteerStanding;

/**
 * Takes in what is asked about meetings. What a volunteer brings of a match that has ended is taken in, so that nothing is
 * lost; shown it is no more. A coordinator writes down that two met and no word of what was said.
 */
@Component
class EncounterDesk {

    private static final int LONGEST = 2000;

    private final Dispatch dispatch;
    private final Permits permits;
    private final WalkedTogether walks;
    private final VolunteerStanding volunteers;
    private final AgreedPresence presence;
    private final SheetsInReview shelf;
    private final Writers writers;
    private final Sealer sealer;
    private final AddedWords added;
    private final ZoneId zone;

    EncounterDesk(
            Dispatch dispatch,
            Writers writers,
            Permits permits,
            WalkedTogether walks,
            VolunteerStanding volunteers,
            AgreedPresence presence,
            SheetsInReview shelf,
            Sealer sealer,
            AddedWords added,
            Clock clock) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.walks = walks;
        this.volunteers = volunteers;
        this.presence = presence;
        this.shelf = shelf;
        this.writers = writers;
        this.sealer = sealer;
        this.added = added;
        this.zone = clock.getZone();
    }

    /** The answer is the new meeting's identifier. */
    Outcome log(Asked asked, NewEncounter said) {
        String route = "POST /encounters";
        MatchId match = Writers.match(said.match());
        Writer writer = writers.ofNew(asked, route, match);
        Fields fields = new Fields();
        HeldFields read = new HeldFields(fields, zone);
        Supplier<Held> held = read.held(
                said.day(), said.time(), said.turn(), said.minutes(), said.medium(), said.support(), said.topics());
        Supplier<@Nullable Attestation> attestation = read.attestation(said.acts());
        Supplier<@Nullable List<Guest>> present = read.present(said.present());
        Supplier<@Nullable List<Given>> sheets = read.sheets(said.sheets());
        var note = fields.textIfAny("note", said.note(), LONGEST);
        var reflection = fields.textIfAny("reflection", said.reflection(), LONGEST);
        if (writer == Writer.COORDINATOR) {
            onlyTheVolunteer(fields, said.acts(), note.orNull(), reflection.orNull());
        } else if (isEmpty(said.acts())) {
            fields.refuse("acts", "required", Phrase.of("command.encounter.wrong.acts"));
        }
        fields.check();
        EncounterId id = new EncounterId(UUID.randomUUID());
        String what = what(
                What.of(route, present.get(), sheets.get()),
                match,
                held.get(),
                attestation.get(),
                note.orNull(),
                reflection.orNull());
        return act(asked, what, () -> {
            Walk walk = walks.walk(match);
            VolunteerStanding.Standing standing = standing(walk, held.get());
            List<Guest> there = present.get();
            AgreedPresence.Answer agreed = agreed(match, held.get(), there != null && !there.isEmpty());
            Unit unit = unit(asked, walk, standing, agreed);
            ParticipantId helped = walk.participant();
            if (helped != null) {
                added.mayBeAdded(unit, helped, "note", note.orNull() != null);
            }
            List<CitedSheet> given = cited(sheets.get(), held.get(), unit);
            return new Intent(
                    new LogEncounter(
                            id,
                            match,
                            walk,
                            standing,
                            writer,
                            held.get(),
                            attestation.get(),
                            note(walk.participant(), note.orNull()),
                            reflection(walk.volunteer(), reflection.orNull()),
                            there == null ? List.of() : present(there, agreed),
                            given == null ? List.of() : given),
                    unit,
                    id.toString());
        });
    }

    Outcome correct(Asked asked, EncounterId id, EncounterCorrection said) {
        String route = "POST /encounters/{id}/correction";
        EncounterLogged logged = writers.logged(asked, route, id);
        Writer writer = writers.ofCorrection(asked, route, logged);
        Fields fields = new Fields();
        HeldFields read = new HeldFields(fields, zone);
        var reason = fields.code("reason", said.reason(), CodeList.CORRECTION);
        Supplier<Held> held = read.held(
                said.day(), said.time(), said.turn(), said.minutes(), said.medium(), said.support(), said.topics());
        Supplier<@Nullable Attestation> attestation = read.attestation(said.acts());
        Supplier<@Nullable List<Guest>> present = read.present(said.present());
        Supplier<@Nullable List<Given>> sheets = read.sheets(said.sheets());
        var note = fields.textIfAny("note", said.note(), LONGEST);
        var reflection = fields.textIfAny("reflection", said.reflection(), LONGEST);
        Wording noteIs = wording(fields, "withoutNote", said.withoutNote(), note.orNull());
        Wording reflectionIs = wording(fields, "withoutReflection", said.withoutReflection(), reflection.orNull());
        if (writer == Writer.COORDINATOR) {
            onlyTheVolunteer(fields, said.acts(), note.orNull(), reflection.orNull());
            onlyTheVolunteer(fields, "withoutNote", noteIs == Wording.TAKEN_AWAY);
            onlyTheVolunteer(fields, "withoutReflection", reflectionIs == Wording.TAKEN_AWAY);
        }
        fields.check();
        String what = what(
                What.of(route, id, reason.get(), noteIs, reflectionIs, present.get(), sheets.get()),
                logged.match(),
                held.get(),
                attestation.get(),
                note.orNull(),
                reflection.orNull());
        return act(asked, what, () -> {
            Walk walk = walks.walk(logged.match());
            if (writer == Writer.VOLUNTEER && !walk.goesOn()) {
                throw permits.refuse(asked, route, logged.participant().value(), Permits.OWN_RECORD_ONLY);
            }
            VolunteerStanding.Standing standing = standing(walk, held.get());
            AgreedPresence.Answer agreed = agreed(logged.match(), held.get(), true);
            Unit unit = added.mayBeAdded(
                    unit(asked, walk, standing, agreed), logged.participant(), "note", note.orNull() != null);
            List<CitedSheet> given = cited(sheets.get(), held.get(), unit);
            return new Intent(
                    new CorrectEncounter(
                            id,
                            walk,
                            standing,
                            writer,
                            reason.get(),
                            held.get(),
                            attestation.get(),
                            noteIs,
                            note(logged.participant(), note.orNull()),
                            reflectionIs,
                            reflection(logged.volunteer(), reflection.orNull()),
                            present.get(),
                            agreed.agreed(),
                            given),
                    unit,
                    id.toString());
        });
    }

    /** The one that was looked at, by its number; one that was entered since waits for a look of its own. */
    Outcome approve(Asked asked, EncounterId id, int version) {
        String route = "POST /encounters/{id}/versions/{version}/approval";
        EncounterLogged logged = writers.ofDecision(asked, route, id);
        return decide(asked, route, logged, What.of(route, id, version), new ApproveCorrection(id, version));
    }

    Outcome sendBack(Asked asked, EncounterId id, int version, SendingBack said) {
        String route = "POST /encounters/{id}/versions/{version}/return";
        EncounterLogged logged = writers.ofDecision(asked, route, id);
        Fields fields = new Fields();
        var reason = fields.code("reason", said.reason(), CodeList.SENT_BACK);
        fields.check();
        return decide(
                asked,
                route,
                logged,
                What.of(route, id, version, reason.get()),
                new SendCorrectionBack(id, version, reason.get()));
    }

    private Outcome decide(Asked asked, String route, EncounterLogged logged, String what, Object command) {
        return permits.recordingRefusals(
                asked,
                route,
                logged.participant().value(),
                () -> act(asked, what, () -> {
                    writers.mustBeSecond(asked, logged);
                    return new Intent(
                            command,
                            new Unit(asked.actor(), asked.request()),
                            logged.encounter().toString());
                }));
    }

    private static Wording wording(Fields fields, String field, @Nullable String without, @Nullable String words) {
        boolean takenAway = Boolean.TRUE.equals(fields.flag(field, without).orNull());
        if (takenAway && words != null) {
            fields.refuse(field, "words-or-none", Phrase.of("command.encounter.wrong.words-or-none"));
        }
        return takenAway ? Wording.TAKEN_AWAY : words == null ? Wording.KEPT : Wording.CHANGED;
    }

    private static void onlyTheVolunteer(
            Fields fields, @Nullable List<String> acts, @Nullable String note, @Nullable String reflection) {
        onlyTheVolunteer(fields, "acts", !isEmpty(acts));
        onlyTheVolunteer(fields, "note", note != null);
        onlyTheVolunteer(fields, "reflection", reflection != null);
    }

    private static void onlyTheVolunteer(Fields fields, String field, boolean said) {
        if (said) {
            fields.refuse(field, "volunteers-own", Phrase.of("command.encounter.wrong.volunteers-own"));
        }
    }

    private static boolean isEmpty(@Nullable List<String> values) {
        return values == null || values.isEmpty();
    }

    private VolunteerStanding.Standing standing(Walk walk, Held held) {
        VolunteerId volunteer = walk.volunteer();
        if (volunteer == null) {
            throw EncounterRefused.neverMatched();
        }
        return volunteers.of(volunteer, LocalDate.ofInstant(held.at(), zone));
    }

    /** What the participant had said yes to before this meeting began; asked only where somebody else was or may have been there. */
    private AgreedPresence.Answer agreed(MatchId match, Held held, boolean asked) {
        return asked
                ? presence.of(match, LocalDate.ofInstant(held.at(), zone), held.at())
                : new AgreedPresence.Answer(Map.of(), List.of());
    }

    /** Each with the digest of what was given; the one that might not be given that day is named by its field, and nothing is stored. */
    private @Nullable List<CitedSheet> cited(@Nullable List<Given> given, Held held, Unit unit) {
        if (given == null) {
            return null;
        }
        LocalDate day = LocalDate.ofInstant(held.at(), zone);
        List<CitedSheet> cited = new ArrayList<>();
        for (Given each : given) {
            SheetsInReview.Answer answer = shelf.of(each.sheet(), each.version(), day, held.at());
            String sha256 = answer.sha256();
            if (sha256 == null) {
                throw new Invalid("sheets", "unknown", Phrase.of("command.encounter.wrong.no-sheet"));
            }
            if (!answer.inReview()) {
                throw new Invalid("sheets", "review-overdue", Phrase.of("command.encounter.wrong.review-overdue"));
            }
            if (cited.isEmpty()) {
                unit.provided(answer.precondition());
            }
            cited.add(new CitedSheet(each.sheet(), each.version(), sha256));
        }
        return cited;
    }

    private static List<Present> present(List<Guest> guests, AgreedPresence.Answer agreed) {
        return guests.stream()
                .map(guest -> new Present(guest, agreed.agreed().get(guest)))
                .toList();
    }

    private @Nullable Sealed note(@Nullable ParticipantId owner, @Nullable String words) {
        return owner == null ? null : sealer.sealIfAny(Words.ENCOUNTER_NOTE, owner.value(), words);
    }

    private @Nullable Sealed reflection(@Nullable VolunteerId owner, @Nullable String words) {
        return owner == null ? null : sealer.sealIfAny(Words.ENCOUNTER_REFLECTION, owner.value(), words);
    }

    private static String what(
            String route,
            MatchId match,
            Held held,
            @Nullable Attestation attestation,
            @Nullable String note,
            @Nullable String reflection) {
        return What.of(
                route,
                match,
                held.at(),
                held.minutes(),
                held.medium(),
                held.support(),
                held.topics(),
                attestation == null ? null : attestation.acts(),
                note,
                reflection);
    }

    private Outcome act(Asked asked, String what, Supplier<Intent> intent) {
        return dispatch.act(asked.actor(), asked.request(), asked.key(), what, intent);
    }

    private static Unit unit(
            Asked asked, Walk walk, VolunteerStanding.Standing standing, AgreedPresence.Answer agreed) {
        Unit unit = new Unit(asked.actor(), asked.request()).provided(standing.precondition());
        walk.preconditions().forEach(unit::provided);
        agreed.preconditions().forEach(unit::provided);
        return unit;
    }
}
