package org.troth.query.disclosure;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Sealed;
import org.troth.events.disclosure.Disclosing;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.query.disclosure.LookViews.Row;
import org.troth.query.disclosure.OtherLooks.Line;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Records;
import org.troth.query.reading.Visit;

/**
 * Reads the log of looks: for an auditor all of it, for a person their own accounting. That it was read is on the record
 * before the answer. Names are opened for an auditor whose purpose permits it; a person sees roles and pseudonyms. What the
 * reader did themselves is marked: nobody reviews their own looks.
 */
@Component
class LookReader {

    private static final int PAGE = 50;
    private static final int FILE = 10_000;

    private static final long WHOLE = Long.MIN_VALUE;

    private final LookViews views;
    private final Records records;
    private final Reading reading;
    private final Disclosing disclosing;

    LookReader(LookViews views, Records records, Reading reading, Disclosing disclosing) {
        this.views = views;
        this.records = records;
        this.reading = reading;
        this.disclosing = disclosing;
    }

    LookPage all(
            Visit visit,
            @Nullable UUID subject,
            @Nullable UUID actor,
            @Nullable PurposeOfUse purpose,
            @Nullable Long before) {
        return page(
                visit,
                Collections.singletonList(subject),
                views.folded(subject, actor, purpose == null ? null : purpose.name(), from(before), PAGE + 1),
                List.of(),
                List.of(),
                PAGE);
    }

    /** A person's accounting; they themselves or an auditor may ask. One's own is read at one's own request, whatever else one does. */
    LookPage of(Visit asked, UUID person, @Nullable Long before) {
        return accounting(asked, person, before, PAGE);
    }

    /** The same in parts so large that a file is nearly always whole with its first. */
    LookPage part(Visit asked, UUID person, @Nullable Long before) {
        return accounting(asked, person, before, FILE);
    }

    /** What left for agencies stands at its beginning, and once; what they opened of it, among the looks by its place in the record. */
    private LookPage accounting(Visit asked, UUID person, @Nullable Long before, int limit) {
        Visit visit = accounting(asked, person);
        boolean own = reading.isSelf(visit, person);
        List<UUID> all = records.of(person).stream()
                .filter(each -> !own || reading.isSelf(visit, each))
                .toList();
        List<SentView> sent = before == null
                ? all.stream()
                        .flatMap(each -> views.sent(each).stream())
                        .sorted(Comparator.comparing(SentView::sentAt).reversed())
                        .toList()
                : List.of();
        List<OpenedView> opened = all.stream()
                .flatMap(each -> views.opened(each, from(before), limit + 1).stream())
                .sorted(Comparator.comparing(OpenedView::position).reversed())
                .limit(limit + 1L)
                .toList();
        return page(visit, all, views.accounting(all, from(before), limit + 1), sent, opened, limit);
    }

    OtherLooks others(Visit visit, LogPart part, @Nullable Long before) {
        UUID reader = visit.actor().account().value();
        List<Line> lines = views.ofKind(part.kind(), reader, from(before), PAGE + 1);
        boolean more = lines.size() > PAGE;
        List<Line> shown = more ? lines.subList(0, PAGE) : lines;
        logRead(visit, null, shown.size());
        return new OtherLooks(part.kind(), shown, more ? shown.get(PAGE - 1).position() : null);
    }

    private Visit accounting(Visit visit, UUID person) {
        if (reading.isSelf(visit, person)) {
            return visit.toward(PurposeOfUse.PATRQT);
        }
        if (!visit.actor().is(Role.AUDITOR)) {
            throw reading.hidden(visit, null, "own-record");
        }
        if (!views.isKnown(person)) {
            throw reading.hidden(visit, null, "unknown");
        }
        return visit;
    }

    private LookPage page(
            Visit visit,
            List<@Nullable UUID> subjects,
            List<Row> rows,
            List<SentView> sent,
            List<OpenedView> opened,
            int limit) {
        long last = Math.max(last(rows, Row::lastPosition, limit), last(opened, OpenedView::position, limit));
        List<Row> shown =
                rows.stream().filter(row -> row.lastPosition() >= last).toList();
        List<OpenedView> openings =
                opened.stream().filter(each -> each.position() >= last).toList();
        for (UUID subject : subjects) {
            logRead(visit, subject, shown.size() + sent.size() + openings.size());
        }
        Names names = names(visit, shown);
        return new LookPage(
                shown.stream()
                        .map(row -> view(row, visit.actor().account().value(), names))
                        .toList(),
                sent,
                openings,
                last == WHOLE ? null : last);
    }

    /** Where this page ends in the record, for what it shows of one kind: what lies before is the next page's, of every kind. */
    private static <T> long last(List<T> lines, ToLongFunction<T> position, int limit) {
        return lines.size() > limit ? position.applyAsLong(lines.get(limit - 1)) : WHOLE;
    }

    private void logRead(Visit visit, @Nullable UUID subject, int results) {
        disclosing.logRead(visit.actor(), visit.purpose(), visit.route(), subject, results, visit.request());
    }

    /** The sealed names of a page, and what of them was opened. */
    private record Names(Map<UUID, Sealed> sealed, Opened opened) {}

    private Names names(Visit visit, List<Row> rows) {
        Map<UUID, Sealed> sealed = new HashMap<>();
        Portion portion = new Portion();
        if (visit.actor().is(Role.AUDITOR)) {
            List<UUID> actors = rows.stream().map(Row::actor).distinct().toList();
            add(visit, portion, sealed, views.accountNames(actors), SubjectKind.ACCOUNT);
            add(visit, portion, sealed, views.accountNames(subjects(rows, SubjectKind.ACCOUNT)), SubjectKind.ACCOUNT);
            add(
                    visit,
                    portion,
                    sealed,
                    views.participantNames(subjects(rows, SubjectKind.PARTICIPANT)),
                    SubjectKind.PARTICIPANT);
            add(
                    visit,
                    portion,
                    sealed,
                    views.volunteerNames(subjects(rows, SubjectKind.VOLUNTEER)),
                    SubjectKind.VOLUNTEER);
        }
        return new Names(sealed, reading.show(visit, portion));
    }

    private static List<UUID> subjects(List<Row> rows, SubjectKind kind) {
        return rows.stream()
                .filter(row -> row.subjectKind().equals(kind.name()))
                .map(Row::subject)
                .distinct()
                .toList();
    }

    private void add(Visit visit, Portion portion, Map<UUID, Sealed> all, Map<UUID, Sealed> names, SubjectKind kind) {
        names.forEach((id, name) -> {
            Look.Shown shown = new Look.Shown(id, kind, Set.of(DataClass.IDENTITY), null, null, 1);
            if (!all.containsKey(id) && reading.permits(visit, shown)) {
                all.put(id, name);
                switch (kind) {
                    case PARTICIPANT -> portion.participant(id, name);
                    case VOLUNTEER -> portion.volunteer(id, name);
                    case ACCOUNT -> portion.account(id, name);
                }
            }
        });
    }

    private static LookView view(Row row, UUID reader, Names names) {
        return new LookView(
                row.subject(),
                row.subjectKind(),
                names.opened().say(names.sealed().get(row.subject())),
                row.actor(),
                names.opened().say(names.sealed().get(row.actor())),
                row.actor().equals(reader),
                row.roles(),
                row.purpose(),
                PurposeOfUse.valueOf(row.purpose()).plain(),
                row.grounds(),
                row.classes(),
                row.routes(),
                row.times(),
                row.firstAt(),
                row.lastAt(),
                row.lastPosition());
    }

    private static long from(@Nullable Long before) {
        return before == null ? Long.MAX_VALUE : before;
    }
}
