package org.troth.query.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.troth.events.MatchId;
import org.troth.events.Side;
import org.troth.events.charter.PublishedCharter;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.recording.RecordUnavailable;
import org.troth.query.freshness.ViewsFreshness;
import org.troth.query.overview.CareViews.OtherRow;
import org.troth.query.overview.CaseFile.Contact;
import org.troth.query.overview.CaseFile.Meeting;
import org.troth.query.overview.CaseViews.BoundaryRow;
import org.troth.query.overview.CaseViews.CaseRow;
import org.troth.query.overview.CaseViews.ContactRow;
import org.troth.query.overview.CaseViews.MatchRow;
import org.troth.query.overview.CharterViews.AskedRow;
import org.troth.query.overview.OwnPages.AskedOutside;
import org.troth.query.overview.OwnPages.Mine;
import org.troth.query.overview.OwnPages.OwnCharter;
import org.troth.query.overview.OwnPages.OwnMatch;
import org.troth.query.overview.OwnPages.Walks;
import org.troth.query.reading.Columns;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Plain;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Records;
import org.troth.query.reading.Visit;

/** Shows people their own record, and of the other side of a match only what a match in force allows. */
@Component
class OwnReader {

    private static final int MEETINGS = 10;
    private static final int MESSAGES = 5;
    private static final int MEETINGS_OF_EACH = 5;
    private static final String PLAIN = "en";

    private record VolunteerRow(
            @Nullable Sealed name,
            int capacity,
            List<String> times,
            @Nullable LocalDate qualifiedUntil) {}

    private final CaseViews views;
    private final CareViews care;
    private final ApartViews apart;
    private final Records records;
    private final Reading reading;
    private final Plain plain;
    private final JdbcClient jdbc;
    private final ViewsFreshness freshness;
    private final CharterViews charters;
    private final PublishedCharter published;

    OwnReader(
            CaseViews views,
            CareViews care,
            ApartViews apart,
            Records records,
            Reading reading,
            Plain plain,
            JdbcClient jdbc,
            ViewsFreshness freshness,
            CharterViews charters,
            PublishedCharter published) {
        this.views = views;
        this.care = care;
        this.apart = apart;
        this.records = records;
        this.reading = reading;
        this.plain = plain;
        this.jdbc = jdbc;
        this.freshness = freshness;
        this.charters = charters;
        this.published = published;
    }

    Mine mine(Visit visit) {
        UUID self = self(visit);
        CaseRow row = views.one(self).orElseThrow(() -> missing(visit));
        List<UUID> all = records.of(self);
        List<ContactRow> contacts = views.contactsOf(self);
        List<OtherRow> others = care.othersOf(self);
        List<MatchRow> matches = openOnes(views.matchesOf(all));
        Set<UUID> inForce = inForce(visit, matches);
        Portion portion = new Portion().participant(self, row.name());
        all.stream().filter(each -> !each.equals(self)).forEach(each -> portion.participant(each));
        contacts.forEach(each -> portion.participant(self, each.address(), each.advice()));
        others.forEach(each -> portion.participant(self, each.name()));
        for (MatchRow match : matches) {
            if (inForce.contains(match.id()) && match.volunteer() != null) {
                portion.through(
                        match.id(),
                        SubjectKind.VOLUNTEER,
                        match.volunteer(),
                        match.volunteerName(),
                        match.volunteerContact());
            }
        }
        Map<UUID, List<BoundaryRow>> boundaries = boundaries(matches, inForce, portion);
        List<AskedRow> asked = charters.askedBy(all);
        asked.forEach(each -> portion.participant(each.participant(), each.note()));
        Opened opened = reading.show(visit, portion);
        return new Mine(
                self,
                opened.say(row.name()),
                row.stage(),
                waitingSince(self, row.stage()),
                care.wishOf(self).orElse(null),
                others.stream().map(each -> CaseReader.other(each, opened)).toList(),
                row.times(),
                contacts.stream().map(each -> CaseReader.contact(each, opened)).toList(),
                views.consentsOf(all),
                matches.stream()
                        .map(each -> own(
                                each,
                                inForce.contains(each.id()) ? each.volunteerName() : null,
                                inForce.contains(each.id()) ? reach(each, opened) : List.of(),
                                Side.PARTICIPANT,
                                null,
                                boundaries,
                                opened))
                        .toList(),
                apart.ofParticipant(all),
                views.meetingsOf(all, MEETINGS).stream().map(Meeting::own).toList(),
                views.referralsOf(all),
                views.messagesTo(all, MESSAGES),
                views.presenceToAnswer(all, plain.today()).orElse(null),
                charter(all, row.language()),
                asked.stream().map(each -> asked(each, opened)).toList());
    }

    /** Never a place in a row: that would change with the troubles of others. */
    private @Nullable Instant waitingSince(UUID self, String stage) {
        return Set.of("INTAKE", "ENROLLED", "REQUESTED", "PROPOSED").contains(stage)
                ? views.triageOf(self).map(CaseFile.Triage::waitingSince).orElse(null)
                : null;
    }

    Walks walks(Visit visit) {
        UUID self = self(visit);
        VolunteerRow row = jdbc.sql("select name, capacity, times, qualified_until from volunteer where id = ?")
                .param(self)
                .query((result, at) -> {
                    Columns columns = new Columns(result);
                    return new VolunteerRow(
                            columns.words("name", Words.VOLUNTEER_NAME, self),
                            columns.count("capacity"),
                            columns.codes("times"),
                            columns.dayOrNone("qualified_until"));
                })
                .optional()
                .orElseThrow(() -> missing(visit));
        List<MatchRow> rows = views.walksOf(self);
        Set<UUID> inForce = inForce(visit, rows);
        // A row that lags behind the record is no match any more: not even that there was one is told.
        List<MatchRow> matches = rows.stream()
                .filter(each -> each.state().equals("PROPOSED") || inForce.contains(each.id()))
                .toList();
        Portion portion = new Portion().volunteer(self, row.name());
        Map<UUID, List<ContactRow>> reach = new HashMap<>();
        Map<UUID, Sealed> access = new HashMap<>();
        for (MatchRow match : matches) {
            if (inForce.contains(match.id())) {
                List<ContactRow> safe = views.contactsOf(match.participant()).stream()
                        .filter(ContactRow::safe)
                        .toList();
                reach.put(match.id(), safe);
                views.accessOf(match.participant()).ifPresent(needed -> access.put(match.id(), needed));
                portion.through(
                        match.id(),
                        SubjectKind.PARTICIPANT,
                        match.participant(),
                        match.participantName(),
                        access.get(match.id()));
                safe.forEach(each -> portion.through(
                        match.id(), SubjectKind.PARTICIPANT, match.participant(), each.address(), each.advice()));
            }
        }
        Map<UUID, List<BoundaryRow>> boundaries = boundaries(matches, inForce, portion);
        Opened opened = reading.show(visit, portion);
        return new Walks(
                self,
                opened.say(row.name()),
                row.capacity(),
                row.times(),
                row.qualifiedUntil(),
                isQualified(row.qualifiedUntil()),
                matches.stream()
                        .map(each -> own(
                                each,
                                inForce.contains(each.id()) ? each.participantName() : null,
                                reach.getOrDefault(each.id(), List.of()).stream()
                                        .map(way -> CaseReader.contact(way, opened))
                                        .toList(),
                                Side.VOLUNTEER,
                                access.get(each.id()),
                                boundaries,
                                opened))
                        .toList(),
                apart.ofVolunteer(self),
                matches.stream()
                        .filter(each -> inForce.contains(each.id()))
                        .flatMap(each -> views.meetingsOfMatch(each.id(), MEETINGS_OF_EACH).stream())
                        .map(Meeting::own)
                        .toList(),
                views.messagesTo(List.of(self), MESSAGES),
                charter(List.of(self), PLAIN),
                published.outside(),
                matches.stream()
                        .filter(each -> inForce.contains(each.id()))
                        .flatMap(each -> charters.saidIn(each.id()).stream())
                        .toList());
    }

    private static AskedOutside asked(AskedRow row, Opened opened) {
        return new AskedOutside(row.id(), row.kind(), opened.say(row.note()), row.saidAt(), row.decision());
    }

    private OwnCharter charter(List<UUID> own, String language) {
        PublishedCharter.MainPoints points = published.mainPoints(language);
        return new OwnCharter(
                published.version(),
                charters.readBy(own) >= published.version(),
                points.language(),
                points.direction(),
                points.points());
    }

    private boolean isQualified(@Nullable LocalDate lastDay) {
        return lastDay != null && !lastDay.isBefore(plain.today());
    }

    /** Somebody whose row is not there yet, because the views are behind the record, is told to wait and not that nothing is there. */
    private RuntimeException missing(Visit visit) {
        return freshness.await(freshness.present(), Duration.ZERO)
                ? reading.hidden(visit, null, "unknown")
                : new RecordUnavailable();
    }

    private UUID self(Visit visit) {
        UUID person = visit.actor().person();
        if (person == null) {
            throw reading.hidden(visit, null, "unknown");
        }
        return person;
    }

    private static List<MatchRow> openOnes(List<MatchRow> matches) {
        return matches.stream()
                .filter(each -> !each.state().equals("ENDED") && !each.state().equals("CLOSED"))
                .toList();
    }

    /** The matches that are in force by the record itself; a row that lags behind opens nothing. */
    private Set<UUID> inForce(Visit visit, List<MatchRow> matches) {
        Set<UUID> inForce = new HashSet<>();
        for (MatchRow match : matches) {
            UUID volunteer = match.volunteer();
            if (match.state().equals("STARTED") && volunteer != null) {
                boolean walker = volunteer.equals(visit.actor().person());
                Look.Shown other = new Look.Shown(
                        walker ? match.participant() : volunteer,
                        walker ? SubjectKind.PARTICIPANT : SubjectKind.VOLUNTEER,
                        Set.of(DataClass.IDENTITY),
                        Set.of(),
                        new MatchId(match.id()),
                        null,
                        1);
                if (reading.permits(visit, other)) {
                    inForce.add(match.id());
                }
            }
        }
        return inForce;
    }

    private static List<Contact> reach(MatchRow match, Opened opened) {
        return match.volunteerContact() == null
                ? List.of()
                : List.of(new Contact("", true, opened.say(match.volunteerContact()), null));
    }

    private Map<UUID, List<BoundaryRow>> boundaries(List<MatchRow> matches, Set<UUID> inForce, Portion portion) {
        Map<UUID, List<BoundaryRow>> boundaries = new HashMap<>();
        for (MatchRow match : matches) {
            if (inForce.contains(match.id())) {
                List<BoundaryRow> rows = views.boundariesOf(match.id());
                for (BoundaryRow row : rows) {
                    portion.through(match.id(), kind(match, row.author()), row.author(), row.words());
                }
                boundaries.put(match.id(), rows);
            }
        }
        return boundaries;
    }

    private static SubjectKind kind(MatchRow match, UUID person) {
        return person.equals(match.participant()) ? SubjectKind.PARTICIPANT : SubjectKind.VOLUNTEER;
    }

    private static OwnMatch own(
            MatchRow row,
            @Nullable Sealed other,
            List<Contact> reach,
            Side own,
            @Nullable Sealed access,
            Map<UUID, List<BoundaryRow>> boundaries,
            Opened opened) {
        boolean self = own == Side.PARTICIPANT;
        return new OwnMatch(
                row.id(),
                row.state(),
                opened.say(other),
                reach,
                self ? row.participantAccepted() : row.volunteerAccepted(),
                row.startedAt(),
                self ? row.asking().participant() : row.asking().volunteer(),
                self ? row.asking().participantOfSecond() : row.asking().volunteerOfSecond(),
                row.asking().somebodyThere(),
                opened.say(access),
                boundaries.getOrDefault(row.id(), List.of()).stream()
                        .map(each -> CaseReader.boundary(each, opened))
                        .toList());
    }
}
