package org.troth.command.participant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.AddedWords;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.OfferedCodes;
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
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;
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
     * @param classesAnew whether who they are is what is ticked, and with nothing ticked is not said any more
     * @param languagesAnew whether their other languages are those that are written
     * @param accessAnew whether what they need to take part, an interpreter with it, is what is said here
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
            @Nullable Boolean classesAnew,
            @Nullable List<String> classes,
            @Nullable Boolean languagesAnew,
            @Nullable List<String> otherLanguages,
            @Nullable Boolean accessAnew,
            @Nullable String interpreter,
            @Nullable List<String> access,
            @Nullable String note,
            @Nullable Boolean noteTaken) {

        static final Correction NOTHING = new Correction(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

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
    private final OfferedCodes offered;

    CorrectionDesk(
            Dispatch dispatch,
            Permits permits,
            Sealer sealer,
            KnownNames names,
            AddedWords added,
            OfferedCodes offered) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.sealer = sealer;
        this.names = names;
        this.added = added;
        this.offered = offered;
    }

    Outcome correct(Asked asked, ParticipantId id, Correction said) {
        String route = "POST /participants/{id}/correction";
        permits.selfOrCoordinator(asked, route, id.value());
        boolean coordinator = asked.actor().is(Role.COORDINATOR);
        boolean self = permits.isSelf(asked, id.value());
        Fields fields = new Fields();
        var reason = fields.code("reason", said.reason(), CodeList.INTAKE_CORRECTION);
        var name = given(said.name()) ? fields.line("name", said.name(), 200) : null;
        var matter = given(said.matter()) ? offered.code(fields, "matter", said.matter(), ProgrammeList.MATTER) : null;
        var language = given(said.language()) ? fields.language("language", said.language()) : null;
        var needs = is(said.needsAnew()) ? fields.codes("needs", said.needs(), NEEDS, CodeList.NEED) : null;
        var note = fields.textIfAny("note", said.note(), 4000);
        boolean taken = is(said.noteTaken());
        boolean who = is(said.classesAnew());
        boolean spoken = is(said.languagesAnew());
        boolean access = is(said.accessAnew());
        CircumstanceFields circumstances = new CircumstanceFields(
                fields,
                offered,
                who ? said.classes() : null,
                spoken ? said.otherLanguages() : null,
                access ? said.interpreter() : null,
                access ? said.access() : null);
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
                What.of(
                        route,
                        id,
                        reason.get(),
                        newName,
                        newMatter,
                        newLanguage,
                        newNeeds,
                        who ? circumstances.classes() : null,
                        spoken ? circumstances.languages() : null,
                        access ? circumstances.access() : null,
                        note.orNull(),
                        taken),
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
                                    sealer.sealIfAny(Words.INTAKE_NOTE, id.value(), note.orNull()),
                                    circumstances.anew(sealer, id, who, spoken, access)),
                            unit(asked, route, id, self, newMatter, circumstances, note.orNull() != null),
                            id.toString());
                });
    }

    /** What the person says of themselves they may always add; what somebody else says of them, only while they agree to support. */
    private Unit unit(
            Asked asked,
            String route,
            ParticipantId id,
            boolean self,
            @Nullable String matter,
            CircumstanceFields circumstances,
            boolean noted) {
        Unit unit = permits.asThemselves(asked, route, id.value());
        offered.stillOffered(unit, "matter", matter == null ? List.of() : List.of(matter), ProgrammeList.MATTER);
        offered.stillOffered(unit, "classes", circumstances.classes(), ProgrammeList.PARTICIPANT_CLASS);
        boolean described = !self && circumstances.describe();
        return added.mayBeAdded(unit, id, noted ? "note" : circumstances.field(), noted || described);
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
