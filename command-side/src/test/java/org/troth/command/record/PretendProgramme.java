package org.troth.command.record;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.troth.command.dispatch.OfferedCodes;
import org.troth.command.law.CodeList;
import org.troth.events.programme.ProgrammeCodes;
import org.troth.events.programme.ProgrammeEvent.Label;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;
import org.troth.events.recording.Precondition;

/** What a programme offers: what the published pack lists, and whatever a test says. */
public final class PretendProgramme implements ProgrammeCodes {

    private final Map<ProgrammeList, List<Code>> codes = new EnumMap<>(ProgrammeList.class);

    public PretendProgramme() {
        for (ProgrammeList list : ProgrammeList.values()) {
            codes.put(list, new ArrayList<>());
        }
        CodeList.MATTER.codes().forEach(code -> of(code, true, List.of(), true));
    }

    /** The published pack as it is. */
    public static OfferedCodes published() {
        return new PretendProgramme().codes();
    }

    public OfferedCodes codes() {
        return new OfferedCodes(this);
    }

    private void of(String code, boolean published, List<Label> labels, boolean offered) {
        codes.get(ProgrammeList.MATTER).add(new Code(code, published, labels, offered));
    }

    public void offer(ProgrammeList list, String code, Label... labels) {
        codes.get(list).add(new Code(code, false, List.of(labels), true));
    }

    public void withdraw(ProgrammeList list, String code) {
        codes.get(list)
                .replaceAll(each ->
                        each.code().equals(code) ? new Code(code, each.published(), each.labels(), false) : each);
    }

    @Override
    public Answer of(ProgrammeList list) {
        return new Answer(codes.get(list), new Precondition("8d2b6f10-4c3e-4f7a-9b58-1e6c0a9d37f2", -1));
    }
}
