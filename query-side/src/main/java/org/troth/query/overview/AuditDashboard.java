package org.troth.query.overview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.troth.events.Families;
import org.troth.events.Recorded;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.freshness.AsOfNow;
import org.troth.query.reading.AskedWrongly;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** All that happened, for an auditor, with filters. */
@Controller
class AuditDashboard {

    private static final List<String> KINDS = Families.facts()
            .flatMap(fact -> Stream.ofNullable(fact.getAnnotation(Recorded.class)))
            .map(Recorded::as)
            .sorted()
            .toList();

    private static final ChroniclePage NOTHING = new ChroniclePage(List.of(), null);

    private final ChronicleReader reader;
    private final Sentences sentences;
    private final Said said;
    private final Reading reading;

    AuditDashboard(ChronicleReader reader, Sentences sentences, Said said, Reading reading) {
        this.reader = reader;
        this.sentences = sentences;
        this.said = said;
        this.reading = reading;
    }

    @AsOfNow
    @GetMapping("/audit")
    ModelAndView audit(Actor actor, PurposeOfUse purpose, RequestId request, ChronicleQuestion question) {
        Visit visit = reading.admit(actor, purpose, request, "/audit", Role.AUDITOR);
        ModelAndView page = new ModelAndView("overview/audit")
                .addObject("question", question)
                .addObject("reader", actor.account().value())
                .addObject("kinds", kinds())
                .addObject("purposes", PurposeOfUse.values());
        try {
            return page.addObject("page", reader.read(visit, question));
        } catch (AskedWrongly wrong) {
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page.addObject("page", NOTHING)
                    .addObject("errors", Map.of(wrong.field(), said.of(wrong.plain(), wrong.arguments())));
        }
    }

    /** What each kind is called, by its lasting name. */
    private Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        KINDS.forEach(kind -> kinds.put(kind, sentences.kind(kind)));
        return kinds;
    }
}
