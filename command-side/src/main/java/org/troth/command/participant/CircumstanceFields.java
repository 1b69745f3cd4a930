package org.troth.command.participant;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Fields.Read;
import org.troth.command.dispatch.OfferedCodes;
import org.troth.command.law.CodeList;
import org.troth.command.participant.Circumstances.Access;
import org.troth.command.participant.Circumstances.Who;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Words;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;

/** Reads what surrounds the help from a request, the same at the intake and when it is put right. */
final class CircumstanceFields {

    private static final int MOST_CLASSES = 5;
    private static final int MOST_LANGUAGES = 10;

    private final Read<List<String>> classes;
    private final Read<List<String>> languages;
    private final @Nullable Read<String> interpreter;
    private final Read<List<String>> access;

    CircumstanceFields(
            Fields fields,
            OfferedCodes offered,
            @Nullable List<String> classes,
            @Nullable List<String> languages,
            @Nullable String interpreter,
            @Nullable List<String> access) {
        this.classes = offered.codes(fields, "classes", classes, MOST_CLASSES, ProgrammeList.PARTICIPANT_CLASS);
        this.languages = fields.languages("otherLanguages", languages, MOST_LANGUAGES);
        this.interpreter =
                interpreter == null || interpreter.isBlank() ? null : fields.language("interpreter", interpreter);
        this.access = fields.codes("access", access, CodeList.ACCESS.codes().size(), CodeList.ACCESS);
    }

    List<String> classes() {
        return classes.get();
    }

    List<String> languages() {
        return languages.get();
    }

    /** In the order of the law, an interpreter first. */
    List<String> access() {
        List<String> needed = new ArrayList<>();
        if (interpreter != null) {
            needed.add("interpreter:" + interpreter.get());
        }
        needed.addAll(CodeList.ACCESS.inOrder(access.get()));
        return needed;
    }

    /** Whether they describe somebody in words that are sealed. */
    boolean describe() {
        return !classes().isEmpty() || !access().isEmpty();
    }

    /** The field in which they do. */
    String field() {
        return classes().isEmpty() ? "access" : "classes";
    }

    /** What was said, each under the person's key; what was left empty is not spoken of. */
    Circumstances said(Sealer sealer, ParticipantId id) {
        return anew(sealer, id, !classes().isEmpty(), !languages().isEmpty(), !access().isEmpty());
    }

    /** What holds from now on of the parts that are said anew, empty or not. */
    Circumstances anew(
            Sealer sealer, ParticipantId id, boolean classesAnew, boolean languagesAnew, boolean accessAnew) {
        return new Circumstances(
                classesAnew ? new Who(sealer.sealIfAny(Words.PARTICIPANT_CLASS, id.value(), line(classes()))) : null,
                languagesAnew ? languages() : null,
                accessAnew ? new Access(sealer.sealIfAny(Words.PARTICIPANT_ACCESS, id.value(), line(access()))) : null);
    }

    private static @Nullable String line(List<String> codes) {
        return codes.isEmpty() ? null : String.join(" ", codes);
    }
}
