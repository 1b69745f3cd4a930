package org.troth.query.overview;

import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.troth.events.disclosure.Disclosing;
import org.troth.query.reading.Visit;

/** Reads the chronicle for an auditor; that it was read is on the record before the answer. */
@Component
class ChronicleReader {

    private static final int PAGE = 50;

    private final ChronicleViews views;
    private final Disclosing disclosing;
    private final ZoneId zone;

    ChronicleReader(ChronicleViews views, Disclosing disclosing, ZoneId zone) {
        this.views = views;
        this.disclosing = disclosing;
        this.zone = zone;
    }

    ChroniclePage read(Visit visit, ChronicleQuestion question) {
        Long before = question.before();
        List<StoryLine> lines = views.lines(question.filter(zone), before == null ? Long.MAX_VALUE : before, PAGE + 1);
        boolean more = lines.size() > PAGE;
        List<StoryLine> shown = more ? lines.subList(0, PAGE) : lines;
        disclosing.logRead(
                visit.actor(), visit.purpose(), visit.route(), question.person(), shown.size(), visit.request());
        return new ChroniclePage(shown, more ? shown.get(PAGE - 1).position() : null);
    }
}
