package org.troth.events.programme;

import java.util.List;
import java.util.Optional;
import org.troth.events.programme.ProgrammeEvent.Label;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;
import org.troth.events.recording.Precondition;

/** The strong question "which codes does the programme offer?", answered from the record and never from a view. */
public interface ProgrammeCodes {

    Answer of(ProgrammeList list);

    /**
     * The answer, which holds as long as the precondition does.
     *
     * @param codes all that were ever offered, in the order in which they are chosen from
     */
    record Answer(List<Code> codes, Precondition precondition) {

        public Answer {
            codes = List.copyOf(codes);
        }

        /** Those that can be chosen now. */
        public List<Code> offered() {
            return codes.stream().filter(Code::offered).toList();
        }

        public boolean offers(String code) {
            return find(code).filter(Code::offered).isPresent();
        }

        public Optional<Code> find(String code) {
            return codes.stream().filter(each -> each.code().equals(code)).findFirst();
        }
    }

    /**
     * One code.
     *
     * @param published whether the published pack lists it, and says its words
     * @param labels of the programme's own; none for a published one
     */
    record Code(String code, boolean published, List<Label> labels, boolean offered) {

        public Code {
            labels = List.copyOf(labels);
        }
    }
}
