package org.troth.query.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.charter.PublishedCharter;
import org.troth.query.matching.CandidateViews.CandidateRow;
import org.troth.query.matching.MatchFile.Candidate;
import org.troth.query.matching.MatchFile.CharterRead;
import org.troth.query.matching.MatchFile.Hindered;
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
    private static final int HINDERED = 10;

    private final MatchViews views;
    private final CandidateViews candidates;
    private final Reading reading;
    private final Plain plain;
    private final PublishedCharter charter;

    MatchReader(MatchViews views, CandidateViews candidates, Reading reading, Plain plain, PublishedCharter charter) {
        this.views = views;
        this.candidates = candidates;
        this.reading = reading;
        this.plain = plain;
        this.charter = charter;
    }

    MatchFile one(Visit visit, UUID match) {
        Row row = views.one(match).orElseThrow(() -> reading.hidden(visit, null, "unknown"));
        boolean looking = row.state().equals("REQUESTED");
        List<CandidateRow> possible = looking ? candidates.possible(row, plain.today(), CANDIDATES) : List.of();
        List<CandidateRow> hindered = looking ? candidates.hindered(row, plain.today(), HINDERED) : List.of();
        Portion portion = new Portion().participant(row.participant(), row.participantName());
        if (row.volunteer() != null) {
            portion.volunteer(row.volunteer(), row.volunteerName());
        }
        Stream.of(possible, hindered)
                .flatMap(List::stream)
                .forEach(each -> portion.volunteer(each.volunteer(), each.name()));
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
                charterRead(row),
                views.outsideOf(match),
                possible.stream().map(each -> candidate(each, opened)).toList(),
                hindered.stream().map(each -> hindered(each, opened)).toList());
    }

    private @Nullable CharterRead charterRead(Row row) {
        Integer ours = row.readByParticipant();
        Integer theirs = row.readByVolunteer();
        return ours == null || theirs == null
                ? null
                : new CharterRead(ours >= charter.version(), theirs >= charter.version());
    }

    private boolean isPast(@Nullable LocalDate day) {
        return day != null && day.isBefore(plain.today());
    }

    private static Candidate candidate(CandidateRow row, Opened opened) {
        Fit fit = row.fit();
        return new Candidate(row.volunteer(), opened.say(row.name()), fit.reasons(), fit.against(), fit.free());
    }

    private static Hindered hindered(CandidateRow row, Opened opened) {
        Fit fit = row.fit();
        return new Hindered(row.volunteer(), opened.say(row.name()), fit.hindrances(), fit.reasons());
    }
}
