package org.troth.query.encounter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.MatchId;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Sealed;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.SubjectKind;
import org.troth.query.encounter.EncounterFile.Version;
import org.troth.query.encounter.EncounterViews.Listed;
import org.troth.query.encounter.EncounterViews.OfMatch;
import org.troth.query.encounter.EncounterViews.Row;
import org.troth.query.encounter.EncounterViews.VersionRow;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Records;
import org.troth.query.reading.Visit;

/**
 * Shows one meeting: to the participant for ever, to the volunteer as long as the match goes on, to a coordinator that it was
 * and how, and no word of it.
 */
@Component
class EncounterReader {

    private enum Reader {
        PARTICIPANT,
        VOLUNTEER,
        COORDINATOR
    }

    private static final String PROPOSED = "PROPOSED";
    private static final String SENT_BACK = "SENT_BACK";
    private static final int PAGE = 20;

    private final EncounterViews views;
    private final Reading reading;
    private final Records records;

    EncounterReader(EncounterViews views, Reading reading, Records records) {
        this.views = views;
        this.reading = reading;
        this.records = records;
    }

    EncounterFile one(Visit visit, UUID encounter) {
        Row row = views.one(encounter).orElseThrow(() -> reading.hidden(visit, null, "unknown"));
        UUID self = visit.actor().person();
        if (visit.actor().is(Role.PARTICIPANT) && reading.isSelf(visit, row.participant())) {
            return participants(visit, row);
        }
        boolean coordinator = visit.actor().is(Role.COORDINATOR);
        boolean walker = visit.actor().is(Role.VOLUNTEER) && row.volunteer().equals(self);
        if (walker && (!coordinator || sees(visit, row, row.participant(), SubjectKind.PARTICIPANT))) {
            return volunteers(visit, row);
        }
        if (!coordinator) {
            throw reading.hidden(visit, row.participant(), "own-record");
        }
        Opened opened =
                reading.show(visit, new Portion().participant(row.participant()).volunteer(row.volunteer()));
        return file(visit, row, row.volunteer(), views.versionsOf(row), Reader.COORDINATOR, opened);
    }

    /** Of a participant: for themselves and for coordinators; of a match: for whoever walks in it, too, as long as it goes on. */
    MeetingList list(Visit visit, UUID id, @Nullable Long before) {
        OfMatch match = views.match(id).orElse(null);
        if (match == null && !views.isParticipant(id)) {
            throw reading.hidden(visit, null, "unknown");
        }
        UUID participant = match == null ? id : match.participant();
        List<UUID> all = match == null ? records.of(id) : List.of(participant);
        Portion portion = new Portion();
        if (visit.actor().is(Role.COORDINATOR)
                || (visit.actor().is(Role.PARTICIPANT) && reading.isSelf(visit, participant))) {
            all.forEach(each -> portion.participant(each));
        } else if (match != null
                && match.volunteer() != null
                && visit.actor().is(Role.VOLUNTEER)
                && match.volunteer().equals(visit.actor().person())) {
            portion.through(id, SubjectKind.PARTICIPANT, participant);
        } else {
            throw reading.hidden(visit, participant, "own-record");
        }
        reading.show(visit, portion);
        long from = before == null ? Long.MAX_VALUE : before;
        List<Listed> rows =
                match == null ? views.ofParticipant(all, from, PAGE + 1) : views.ofMatch(id, from, PAGE + 1);
        boolean more = rows.size() > PAGE;
        List<Listed> page = more ? rows.subList(0, PAGE) : rows;
        return new MeetingList(
                id,
                page.stream().map(Listed::line).toList(),
                more ? page.get(PAGE - 1).position() : null);
    }

    private EncounterFile participants(Visit visit, Row row) {
        List<VersionRow> versions = views.versionsOf(row);
        Portion portion = new Portion().participant(row.participant(), notes(versions));
        boolean matched = sees(visit, row, row.volunteer(), SubjectKind.VOLUNTEER);
        if (matched) {
            portion.through(row.match(), SubjectKind.VOLUNTEER, row.volunteer());
        }
        return file(
                visit,
                row,
                matched ? row.volunteer() : null,
                versions,
                Reader.PARTICIPANT,
                reading.show(visit, portion));
    }

    private EncounterFile volunteers(Visit visit, Row row) {
        List<VersionRow> versions = views.versionsOf(row);
        @Nullable Sealed[] own = versions.stream().map(VersionRow::reflection).toArray(Sealed[]::new);
        Portion portion = new Portion()
                .volunteer(row.volunteer(), own)
                .through(row.match(), SubjectKind.PARTICIPANT, row.participant(), notes(versions));
        return file(visit, row, row.volunteer(), versions, Reader.VOLUNTEER, reading.show(visit, portion));
    }

    /** Whether the match lets the actor see the other one of the two now. */
    private boolean sees(Visit visit, Row row, UUID other, SubjectKind kind) {
        return reading.permits(
                visit,
                new Look.Shown(other, kind, Set.of(DataClass.IDENTITY), Set.of(), new MatchId(row.match()), null, 1));
    }

    private static @Nullable Sealed[] notes(List<VersionRow> versions) {
        return versions.stream().map(VersionRow::note).toArray(Sealed[]::new);
    }

    private EncounterFile file(
            Visit visit, Row row, @Nullable UUID volunteer, List<VersionRow> versions, Reader reader, Opened opened) {
        VersionRow now = versions.get(0);
        VersionRow waiting = null;
        for (VersionRow each : versions) {
            if (each.holds()) {
                now = each;
            } else if (each.standing().equals(PROPOSED)) {
                waiting = each;
            }
        }
        List<Version> besides = new ArrayList<>();
        for (VersionRow each : versions) {
            if (each != now && each != waiting) {
                besides.add(version(each, reader, opened));
            }
        }
        Collections.reverse(besides);
        return new EncounterFile(
                row.id(),
                row.match(),
                row.participant(),
                volunteer,
                version(now, reader, opened),
                waiting == null ? null : version(waiting, reader, opened),
                waiting != null && reader == Reader.COORDINATOR && mayDecide(visit, row, versions),
                besides,
                views.presenceOf(row.id()),
                views.sheetsOf(row.id()));
    }

    /** Neither who wrote any of what waits nor whose meeting it was. */
    private static boolean mayDecide(Visit visit, Row row, List<VersionRow> versions) {
        boolean wrote = false;
        for (VersionRow each : versions) {
            boolean settled = each.holds() || each.standing().equals(SENT_BACK);
            wrote = !settled && (wrote || visit.actor().account().value().equals(each.enteredAs()));
        }
        return !wrote && !row.volunteer().equals(visit.actor().person());
    }

    private static Version version(VersionRow row, Reader reader, Opened opened) {
        boolean participant = reader == Reader.PARTICIPANT;
        return new Version(
                row.number(),
                row.standing(),
                row.decidedAt(),
                row.decidedReason(),
                row.heldAt(),
                row.zone(),
                row.minutes(),
                row.medium(),
                row.support(),
                row.topics(),
                row.recordedAt(),
                row.enteredBy(),
                row.reason(),
                row.findings().contains("LATE_ENTRY"),
                participant ? null : !row.findings().contains("NOT_QUALIFIED"),
                participant ? null : row.acts(),
                row.note() != null,
                reader == Reader.COORDINATOR ? null : opened.say(row.note()),
                reader == Reader.VOLUNTEER ? opened.say(row.reflection()) : null);
    }
}
