package org.troth.events.programme;

import java.util.List;
import java.util.Optional;
import org.troth.events.Fact;
import org.troth.events.Law;
import org.troth.events.Recorded;

/**
 * Which codes the programme offers, in plain: they are its public words, and about nobody. What the published pack lists is offered
 * until it is withdrawn; what was recorded with a code stays readable for ever.
 */
public sealed interface ProgrammeEvent extends Fact {

    /** Under which kind of stream these stand on the record. */
    String STREAM = "Programme";

    /** In which language every code of a programme's own has a label. */
    String MAIN_LANGUAGE = "en";

    ProgrammeList list();

    String code();

    /**
     * From here on this code can be chosen, and is said by these labels: a new one, one that was withdrawn, or one whose labels are
     * replaced.
     *
     * @param labels one for a language; none for a code of the published pack, whose words the pack says
     */
    @Recorded(as = "programme-code-offered", revision = 1)
    record ProgrammeCodeOffered(ProgrammeList list, String code, List<Label> labels, Law law)
            implements ProgrammeEvent {

        public ProgrammeCodeOffered {
            labels = List.copyOf(labels);
        }
    }

    /** From here on this code is chosen no more. Where it was recorded it stays, with its label. */
    @Recorded(as = "programme-code-withdrawn", revision = 1)
    record ProgrammeCodeWithdrawn(ProgrammeList list, String code, Law law) implements ProgrammeEvent {}

    /** What a programme has codes for. */
    enum ProgrammeList {
        /** What somebody's legal matter is about. */
        MATTER,
        /** Whom the programme is for, as somebody says of themselves. */
        PARTICIPANT_CLASS
    }

    /**
     * The words for a code.
     *
     * @param language by BCP 47
     */
    record Label(String language, String words) {

        /** The label in this language, or in the programme's main one. */
        public static Optional<Label> in(String language, List<Label> labels) {
            return said(language, labels).or(() -> said(MAIN_LANGUAGE, labels));
        }

        private static Optional<Label> said(String language, List<Label> labels) {
            return labels.stream()
                    .filter(each -> each.language().equals(language))
                    .findFirst();
        }

        /** The words for a reader of this language; kept apart from what is beside them where they are of another one. */
        public String forReaderOf(String reader) {
            return language.equals(reader) ? words : "\u2068" + words + "\u2069";
        }
    }
}
