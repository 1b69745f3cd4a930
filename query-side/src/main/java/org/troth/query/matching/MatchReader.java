package org.troth.query.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.query.matching.MatchFile.Candidate;
import org.troth.query.matching.MatchViews.CandidateRow;
import org.troth.query.matching.MatchViews.Row;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Plain;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** Shows one match, and whom one could propose while somebody is looked for. */
@Component
class MatchReader {

    private static final int CANDIDATES = 40;

    private final MatchViews views;
    private final Reading reading;
    private final Plain plain;

    MatchReader(MatchViews views, Reading reading, Plain plain) {
        this.views = views;
        this.reading = reading;
        this.plain = plain;
    }

    MatchFile one(Visit visit, UUID match) {
        Row row = views.one(match).orElseThrow(() -> reading.hidden(visit, null, "unknown"));
        List<CandidateRow> candidates =
                row.state().equals("REQUESTED") ? views.candidates(row, plain.today(), CANDIDATES) : List.of();
        Portion portion = new Portion().participant(row.participant(), row.participantName());
        if (row.volunteer() != null) {
            portion.volunteer(row.volunteer(), row.volunteerName());
        }
        candidates.forEach(each -> portion.volunteer(each.volunteer(), each.name()));
        Opened opened = reading.show(visit, portion);
        return new MatchFile(
                row.id(),
                row.participant(),
                opened.say(row.participantName()),
                row.volunteer(),
                opened.say(row.volunteerName()),
                row.state(),
                row.reasons(),
                row.participantAccepted(),
                row.volunteerAccepted(),
                row.requestedAt(),
                row.startedAt(),
                row.changeDue(),
                row.state().equals("STARTED") && isPast(row.changeDue()),
                row.endedAt(),
                row.endReason(),
                candidates.stream().map(each -> candidate(each, opened)).toList());
    }

    private boolean isPast(@Nullable LocalDate day) {
        return day != null && day.isBefore(plain.today());
    }

    private static Candidate candidate(CandidateRow row, Opened opened) {
        List<String> reasons = new ArrayList<>();
        if (row.sameMatter()) {
            reasons.add("same-matter");
        }
        if (row.sameLanguage()) {
            reasons.add("same-language");
        }
        reasons.add("room");
        return new Candidate(row.volunteer(), opened.say(row.name()), reasons, row.room());
    }
}
