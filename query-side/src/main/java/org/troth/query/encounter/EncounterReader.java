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
import org.troth.query.encounter.EncounterViews.Row;
import org.troth.query.encounter.EncounterViews.VersionRow;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
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

    private final EncounterViews views;
    private final Reading reading;

    EncounterReader(EncounterViews views, Reading reading) {
        this.views = views;
        this.reading = reading;
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
        return file(row, row.volunteer(), views.versionsOf(row), Reader.COORDINATOR, opened);
    }

    private EncounterFile participants(Visit visit, Row row) {
        List<VersionRow> versions = views.versionsOf(row);
        Portion portion = new Portion().participant(row.participant(), notes(versions));
        boolean matched = sees(visit, row, row.volunteer(), SubjectKind.VOLUNTEER);
        if (matched) {
            portion.through(row.match(), SubjectKind.VOLUNTEER, row.volunteer());
        }
        return file(row, matched ? row.volunteer() : null, versions, Reader.PARTICIPANT, reading.show(visit, portion));
    }

    private EncounterFile volunteers(Visit visit, Row row) {
        List<VersionRow> versions = views.versionsOf(row);
        @Nullable Sealed[] own = versions.stream().map(VersionRow::reflection).toArray(Sealed[]::new);
        Portion portion = new Portion()
                .volunteer(row.volunteer(), own)
                .through(row.match(), SubjectKind.PARTICIPANT, row.participant(), notes(versions));
        return file(row, row.volunteer(), versions, Reader.VOLUNTEER, reading.show(visit, portion));
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
            Row row, @Nullable UUID volunteer, List<VersionRow> versions, Reader reader, Opened opened) {
        List<Version> told = new ArrayList<>(
                versions.stream().map(each -> version(each, reader, opened)).toList());
        Collections.reverse(told);
        return new EncounterFile(
                row.id(),
                row.match(),
                row.participant(),
                volunteer,
                told.get(0),
                told.subList(1, told.size()),
                views.presenceOf(row.id()),
                views.sheetsOf(row.id()));
    }

    private static Version version(VersionRow row, Reader reader, Opened opened) {
        boolean participant = reader == Reader.PARTICIPANT;
        return new Version(
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
