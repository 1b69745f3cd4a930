package org.troth.command.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Fields.Read;
import org.troth.events.programme.ProgrammeCodes;
import org.troth.events.programme.ProgrammeCodes.Answer;
import org.troth.events.programme.ProgrammeCodes.Code;
import org.troth.events.programme.ProgrammeEvent.Label;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;
import org.troth.events.recording.Unit;

/** What the programme lets be chosen of its own lists, for forms, for fields, and once more when it is recorded. */
@Component
public class OfferedCodes {

    private final ProgrammeCodes programme;

    public OfferedCodes(ProgrammeCodes programme) {
        this.programme = programme;
    }

    /** A code that is offered now. */
    public Read<String> code(Fields fields, String field, @Nullable String value, ProgrammeList list) {
        return fields.code(field, value, names(programme.of(list).offered()));
    }

    /** Several of them. */
    public Read<List<String>> codes(
            Fields fields, String field, @Nullable List<String> values, int most, ProgrammeList list) {
        return fields.codes(field, values, most, names(programme.of(list).offered()));
    }

    /** A code that is offered, or was: to look for what was recorded with it. */
    public Read<String> known(Fields fields, String field, @Nullable String value, ProgrammeList list) {
        return fields.code(field, value, names(programme.of(list).codes()));
    }

    /** The unit, which holds only as long as all of these are offered. Throws {@link Invalid} when one is not any more. */
    public Unit stillOffered(Unit unit, String field, List<String> codes, ProgrammeList list) {
        if (codes.isEmpty()) {
            return unit;
        }
        Answer answer = programme.of(list);
        Fields fields = new Fields();
        fields.codes(field, codes, codes.size(), names(answer.offered()));
        fields.check();
        return unit.provided(answer.precondition());
    }

    /** What can be chosen now, in the language of the page. */
    public List<Choice> choices(ProgrammeList list) {
        return choices(programme.of(list).offered());
    }

    /** All that can be looked for. */
    public List<Choice> allChoices(ProgrammeList list) {
        return choices(programme.of(list).codes());
    }

    private static List<Choice> choices(List<Code> codes) {
        return codes.stream().map(OfferedCodes::choice).toList();
    }

    private static Choice choice(Code code) {
        String reader = LocaleContextHolder.getLocale().getLanguage();
        return Label.in(reader, code.labels())
                .map(label -> new Choice(code.code(), label.forReaderOf(reader)))
                .orElseGet(() -> new Choice(code.code(), Phrase.of("command.code." + code.code())));
    }

    private static List<String> names(List<Code> codes) {
        return codes.stream().map(Code::code).toList();
    }
}
