package org.troth.query.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.ParticipantId;
import org.troth.events.charter.PublishedCharter;
import org.troth.events.confidential.Sealed;
import org.troth.events.consent.LastWord;
import org.troth.events.consent.Purpose;
import org.troth.query.matching.CandidateViews.CandidateRow;
import org.troth.query.matching.CandidateViews.PlaceRow;
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
    private static final Listed NOBODY = new Listed(List.of(), List.of());

    private final MatchViews views;
    private final CandidateViews candidates;
    private final Reading reading;
    private final Plain plain;
    private final PublishedCharter charter;
    private final LastWord words;

    MatchReader(
            MatchViews views,
            CandidateViews candidates,
            Reading reading,
            Plain plain,
            PublishedCharter charter,
            LastWord words) {
        this.views = views;
        this.candidates = candidates;
        this.reading = reading;
        this.plain = plain;
        this.charter = charter;
        this.words = words;
    }

    MatchFile one(Visit visit, UUID match) {
        Row row = views.one(match).orElseThrow(() -> reading.hidden(visit, null, "unknown"));
        boolean looking = row.state().equals("REQUESTED");
        LastWord.Answer word = looking ? words.of(new ParticipantId(row.participant()), Purpose.MATCHING) : null;
        Listed listed = word == null ? NOBODY : word.stops() ? byPlaces(row) : byFit(row);
        Portion portion = new Portion().participant(row.participant(), row.participantName());
        if (row.volunteer() != null) {
            portion.volunteer(row.volunteer(), row.volunteerName());
        }
        Stream.concat(listed.possible().stream(), listed.hindered().stream())
                .forEach(each -> portion.volunteer(each.volunteer(), each.name()));
        if (word != null) {
            word.preconditions().forEach(portion::provided);
        }
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
                row.participantHasAccount(),
                row.volunteerHasAccount(),
                row.requestedAt(),
                row.startedAt(),
                row.changeDue(),
                row.state().equals("STARTED") && isPast(row.changeDue()),
                row.endedAt(),
                row.endReason(),
                charterRead(row),
                views.outsideOf(match),
                word != null && word.stops(),
                listed.possible().stream().map(each -> each.candidate(opened)).toList(),
                listed.hindered().stream().map(each -> each.hindrance(opened)).toList());
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

    private Listed byFit(Row row) {
        return new Listed(
                candidates.possible(row, plain.today(), CANDIDATES).stream()
                        .map(MatchReader::fitting)
                        .toList(),
                candidates.hindered(row, plain.today(), HINDERED).stream()
                        .map(MatchReader::fitting)
                        .toList());
    }

    private Listed byPlaces(Row row) {
        return new Listed(
                candidates.places(row, plain.today(), true, CANDIDATES).stream()
                        .map(MatchReader::placed)
                        .toList(),
                candidates.places(row, plain.today(), false, HINDERED).stream()
                        .map(MatchReader::placed)
                        .toList());
    }

    private static Somebody fitting(CandidateRow row) {
        Fit fit = row.fit();
        return new Somebody(row.volunteer(), row.name(), fit.reasons(), fit.against(), fit.hindrances(), fit.free());
    }

    private static Somebody placed(PlaceRow row) {
        return new Somebody(
                row.volunteer(),
                row.name(),
                row.free() > 0 ? List.of("room") : List.of(),
                List.of(),
                Fit.hindrances(row.qualified(), row.free()),
                row.free());
    }

    /** Who is listed, and who is listed apart. */
    private record Listed(List<Somebody> possible, List<Somebody> hindered) {}

    /** A volunteer with what is said of them beside their name. */
    private record Somebody(
            UUID volunteer,
            @Nullable Sealed name,
            List<String> reasons,
            List<String> against,
            List<String> hindrances,
            int free) {

        Candidate candidate(Opened opened) {
            return new Candidate(volunteer, opened.say(name), reasons, against, free);
        }

        Hindered hindrance(Opened opened) {
            return new Hindered(volunteer, opened.say(name), hindrances, reasons);
        }
    }
}
