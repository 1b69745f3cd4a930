package org.troth.command.participant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.AddedWords;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.What;
import org.troth.command.law.CodeList;
import org.troth.events.ParticipantId;
import org.troth.events.account.Role;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Words;
import org.troth.events.conflict.KnownNames;
import org.troth.events.encounter.EncounterEvent.Wording;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.recording.Unit;

/** Takes in that what was taken down of somebody is put right: by themselves, or by a coordinator (GDPR Art. 16). */
@Component
class CorrectionDesk {

    /**
     * What is put right. What is left empty stays as it was.
     *
     * @param reason written-wrong, has-changed or said-too-much
     * @param name what they want to be called; at most 200 characters
     * @param needsAnew whether the needs are those that are ticked; else they stay as they were
     * @param note a coordinator's alone; at most 4000 characters
     * @param noteTaken whether the note of the intake is taken out
     */
    record Correction(
            @Nullable String reason,
            @Nullable String name,
            @Nullable String matter,
            @Nullable String language,
            @Nullable Boolean needsAnew,
            @Nullable List<String> needs,
            @Nullable String note,
            @Nullable Boolean noteTaken) {

        static final Correction NOTHING = new Correction(null, null, null, null, null, null, null, null);

        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    private static final int NEEDS = 20;

    private final Dispatch dispatch;
    private final Permits permits;
    private final Sealer sealer;
    private final KnownNames names;
    private final AddedWords added;

    CorrectionDesk(Dispatch dispatch, Permits permits, Sealer sealer, KnownNames names, AddedWords added) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.sealer = sealer;
        this.names = names;
        this.added = added;
    }

    Outcome correct(Asked asked, ParticipantId id, Correction said) {
        String route = "POST /participants/{id}/correction";
        permits.selfOrCoordinator(asked, route, id.value());
        boolean coordinator = asked.actor().is(Role.COORDINATOR);
        Fields fields = new Fields();
        var reason = fields.code("reason", said.reason(), CodeList.INTAKE_CORRECTION);
        var name = given(said.name()) ? fields.line("name", said.name(), 200) : null;
        var matter = given(said.matter()) ? fields.code("matter", said.matter(), CodeList.MATTER) : null;
        var language = given(said.language()) ? fields.language("language", said.language()) : null;
        var needs = is(said.needsAnew()) ? fields.codes("needs", said.needs(), NEEDS, CodeList.NEED) : null;
        var note = fields.textIfAny("note", said.note(), 4000);
        boolean taken = is(said.noteTaken());
        if (!coordinator && (taken || note.orNull() != null)) {
            fields.refuse("note", "coordinator", Phrase.of("command.correction.note-coordinators"));
        }
        if (taken && note.orNull() != null) {
            fields.refuse("note", "both", Phrase.of("command.correction.note-both"));
        }
        fields.check();
        permits.onRecord(id, ParticipantEvent.class);
        String newName = name == null ? null : name.get();
        String newMatter = matter == null ? null : matter.get();
        String newLanguage = language == null ? null : language.get();
        List<String> newNeeds = needs == null ? null : needs.get();
        return dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                What.of(route, id, reason.get(), newName, newMatter, newLanguage, newNeeds, note.orNull(), taken),
                () -> {
                    if (newName != null) {
                        // Before the fact: so that nobody is ever known by a name that nobody can keep away from.
                        names.know(id.value(), newName);
                    }
                    return new Intent(
                            new CorrectIntake(
                                    id,
                                    reason.get(),
                                    sealer.sealIfAny(Words.PARTICIPANT_NAME, id.value(), newName),
                                    newMatter,
                                    newLanguage,
                                    newNeeds,
                                    taken ? Wording.TAKEN_AWAY : note.orNull() == null ? Wording.KEPT : Wording.CHANGED,
                                    sealer.sealIfAny(Words.INTAKE_NOTE, id.value(), note.orNull())),
                            added.mayBeAdded(
                                    new Unit(asked.actor(), asked.request()), id, "note", note.orNull() != null),
                            id.toString());
                });
    }

    /** The form shows nothing of the record. */
    void mayOpen(Asked asked, ParticipantId id) {
        permits.selfOrCoordinator(asked, "GET /participants/{id}/correction", id.value());
        permits.onRecord(id, ParticipantEvent.class);
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static boolean is(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }
}
