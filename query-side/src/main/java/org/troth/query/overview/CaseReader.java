package org.troth.query.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.query.overview.CareViews.OtherRow;
import org.troth.query.overview.CaseFile.Boundary;
import org.troth.query.overview.CaseFile.Contact;
import org.troth.query.overview.CaseFile.Joined;
import org.troth.query.overview.CaseFile.Match;
import org.troth.query.overview.CaseFile.Note;
import org.troth.query.overview.CaseFile.Other;
import org.troth.query.overview.CaseViews.BoundaryRow;
import org.troth.query.overview.CaseViews.CaseRow;
import org.troth.query.overview.CaseViews.ContactRow;
import org.troth.query.overview.CaseViews.MatchRow;
import org.troth.query.overview.CaseViews.NoteRow;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Records;
import org.troth.query.reading.Visit;

/** Puts one person's case on one page: one portion, one append, then the words. */
@Component
class CaseReader {

    private static final int STORY = 20;
    private static final int MEETINGS = 10;
    private static final int MESSAGES = 10;
    private static final int SHEETS = 10;

    private final CaseViews views;
    private final CareViews care;
    private final ChronicleViews chronicle;
    private final Records records;
    private final Reading reading;

    CaseReader(CaseViews views, CareViews care, ChronicleViews chronicle, Records records, Reading reading) {
        this.views = views;
        this.care = care;
        this.chronicle = chronicle;
        this.records = records;
        this.reading = reading;
    }

    CaseFile one(Visit visit, UUID participant, @Nullable Long before) {
        CaseRow row = views.one(participant).orElseThrow(() -> reading.hidden(visit, null, "unknown"));
        UUID kept = records.keptOf(participant).orElse(null);
        List<UUID> merged = kept == null ? records.mergedInto(participant) : List.of();
        List<UUID> all = new ArrayList<>(List.of(participant));
        all.addAll(merged);
        List<ContactRow> contacts = views.contactsOf(participant);
        List<NoteRow> notes = views.notesOf(participant);
        List<OtherRow> others = care.othersOf(participant);
        List<MatchRow> matches = views.matchesOf(all);
        List<BoundaryRow> boundaries = matches.stream()
                .filter(match -> match.state().equals("STARTED"))
                .findFirst()
                .map(match -> views.boundariesOf(match.id()))
                .orElse(List.of());
        Portion portion = new Portion()
                .participant(
                        participant, row.name(), row.enquiryWords(), row.intakeNote(), row.classes(), row.access());
        merged.forEach(each -> portion.participant(each));
        contacts.forEach(contact -> portion.participant(participant, contact.address(), contact.advice()));
        notes.forEach(note -> portion.participant(participant, note.words()));
        others.forEach(other -> portion.participant(participant, other.name()));
        for (MatchRow match : matches) {
            if (match.volunteer() != null) {
                portion.volunteer(match.volunteer(), match.volunteerName());
            }
        }
        for (BoundaryRow boundary : boundaries) {
            if (all.contains(boundary.author())) {
                portion.participant(boundary.author(), boundary.words());
            } else {
                portion.volunteer(boundary.author(), boundary.words());
            }
        }
        Opened opened = reading.show(visit, portion);
        List<StoryLine> story = chronicle.storyOf(all, before == null ? Long.MAX_VALUE : before, STORY + 1);
        boolean more = story.size() > STORY;
        return new CaseFile(
                row.id(),
                new Joined(kept, merged),
                opened.say(row.name()),
                row.stage(),
                row.stageSince(),
                row.matter(),
                row.language(),
                row.otherLanguages(),
                opened.say(row.classes()),
                opened.say(row.access()),
                row.needs(),
                row.times(),
                row.receivedAt(),
                opened.say(row.enquiryWords()),
                opened.say(row.intakeNote()),
                row.receipt(),
                notes.stream()
                        .map(each -> new Note(each.writtenAt(), each.author(), opened.say(each.words())))
                        .toList(),
                views.triageOf(participant).orElse(null),
                row.ended(),
                care.wishOf(participant).orElse(null),
                all.stream()
                        .flatMap(each -> care.forgettingOf(each).stream())
                        .findFirst()
                        .orElse(null),
                care.tellingsOf(participant),
                others.stream().map(each -> other(each, opened)).toList(),
                contacts.stream().map(each -> contact(each, opened)).toList(),
                views.consentsOf(all),
                matches.stream().map(each -> match(each, opened)).toList(),
                boundaries.stream().map(each -> boundary(each, opened)).toList(),
                views.meetingsOf(all, MEETINGS),
                views.referralsOf(all),
                views.sheetsOf(all, SHEETS),
                views.messagesTo(all, MESSAGES),
                more ? story.subList(0, STORY) : story,
                more ? story.get(STORY - 1).position() : null);
    }

    static Contact contact(ContactRow row, Opened opened) {
        return new Contact(row.channel(), row.safe(), opened.say(row.address()), opened.say(row.advice()));
    }

    static Other other(OtherRow row, Opened opened) {
        return new Other(row.number(), opened.say(row.name()), row.relation(), row.need());
    }

    static Boundary boundary(BoundaryRow row, Opened opened) {
        return new Boundary(row.id(), row.match(), row.setBy(), row.topic(), opened.say(row.words()));
    }

    private static Match match(MatchRow row, Opened opened) {
        return new Match(
                row.id(),
                row.state(),
                row.volunteer(),
                opened.say(row.volunteerName()),
                row.participantAccepted(),
                row.volunteerAccepted(),
                row.startedAt(),
                row.changeDue());
    }
}
