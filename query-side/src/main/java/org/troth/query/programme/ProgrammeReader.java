package org.troth.query.programme;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.troth.events.programme.ProgrammeCodes;
import org.troth.events.programme.ProgrammeCodes.Code;
import org.troth.events.programme.ProgrammeEvent.Label;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;
import org.troth.query.programme.OfferedList.OfferedCode;
import org.troth.query.reading.Plain;

/** Shows every code of the programme: which there are the record says, since when the rows do. It is about nobody. */
@Component
class ProgrammeReader {

    private final ProgrammeCodes codes;
    private final ProgrammeViews views;
    private final Plain plain;

    ProgrammeReader(ProgrammeCodes codes, ProgrammeViews views, Plain plain) {
        this.codes = codes;
        this.views = views;
        this.plain = plain;
    }

    OfferedList all() {
        return new OfferedList(of(ProgrammeList.MATTER), of(ProgrammeList.PARTICIPANT_CLASS));
    }

    private List<OfferedCode> of(ProgrammeList list) {
        Map<String, Instant> changed = views.changed(list);
        String address = list.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String reader = LocaleContextHolder.getLocale().getLanguage();
        return codes.of(list).codes().stream()
                .map(each -> new OfferedCode(
                        address,
                        each.code(),
                        label(each, reader),
                        each.offered(),
                        each.published(),
                        list == ProgrammeList.MATTER && each.code().equals("other"),
                        changed.get(each.code())))
                .toList();
    }

    private String label(Code code, String reader) {
        return Label.in(reader, code.labels())
                .map(label -> label.forReaderOf(reader))
                .orElseGet(() -> plain.word(code.code()));
    }
}
