package org.troth.query.participant;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.Opener;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Unreadable;
import org.troth.events.disclosure.Disclosing;
import org.troth.events.disclosure.SubjectKind;
import org.troth.query.participant.ParticipantViews.Row;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** Lists people and finds them by name: twenty at a time, each shown only after it is on the record. */
@Component
class ParticipantReader {

    static final int PAGE = 20;
    /** So many keys are fetched together while a search goes on. */
    private static final int TOGETHER = 500;

    private static final int LONGEST_TERM = 200;
    private static final Set<DataClass> NAMES = Set.of(DataClass.IDENTITY);

    private final ParticipantViews views;
    private final Reading reading;
    private final Disclosing disclosing;
    private final Opener opener;

    ParticipantReader(ParticipantViews views, Reading reading, Disclosing disclosing, Opener opener) {
        this.views = views;
        this.reading = reading;
        this.disclosing = disclosing;
        this.opener = opener;
    }

    ParticipantList list(Visit visit, @Nullable Long before) {
        List<Row> rows = views.newest(before == null ? Long.MAX_VALUE : before, PAGE + 1);
        boolean more = rows.size() > PAGE;
        List<Row> shown = more ? rows.subList(0, PAGE) : rows;
        return new ParticipantList(
                lines(visit, shown), more ? shown.get(PAGE - 1).position() : null);
    }

    /** Compares the names of everybody with the term under one recorded scan; a blank term finds nobody. */
    FoundParticipants search(Visit visit, @Nullable String term, int page) {
        String sought = folded(term == null ? "" : term);
        if (sought.isEmpty() || sought.length() > LONGEST_TERM || page < 1) {
            return new FoundParticipants(List.of(), 1, false);
        }
        List<UUID> found = matching(visit, sought, page * PAGE + 1);
        int from = Math.min(found.size(), (page - 1) * PAGE);
        int to = Math.min(found.size(), page * PAGE);
        List<Row> rows = views.these(found.subList(from, to));
        return new FoundParticipants(lines(visit, rows), page, found.size() > to);
    }

    private List<UUID> matching(Visit visit, String sought, int enough) {
        List<Sealed> names = views.names();
        List<UUID> found = new ArrayList<>();
        @Nullable Disclosure scan = null;
        int expected = 0;
        for (int at = 0; at < names.size() && found.size() < enough; at++) {
            if (scan == null || scan.isStale()) {
                scan = scan(visit, names.subList(at, names.size()));
                expected = at;
            }
            if (at == expected) {
                expected = Math.min(names.size(), at + TOGETHER);
                opener.expect(names.subList(at, expected), scan);
            }
            Sealed name = names.get(at);
            if (says(name, scan, sought)) {
                found.add(name.owner());
            }
        }
        return found;
    }

    private Disclosure scan(Visit visit, List<Sealed> names) {
        Set<UUID> people = new HashSet<>();
        names.forEach(name -> people.add(name.owner()));
        return disclosing.search(
                visit.actor(), visit.purpose(), visit.route(), SubjectKind.PARTICIPANT, NAMES, people, visit.request());
    }

    private boolean says(Sealed name, Disclosure scan, String sought) {
        try {
            return folded(opener.open(name, scan)).contains(sought);
        } catch (Unreadable e) {
            if (e.why() == Unreadable.Why.ERASED) {
                return false;
            }
            throw e;
        }
    }

    private List<ParticipantLine> lines(Visit visit, List<Row> rows) {
        Portion portion = new Portion();
        rows.forEach(row -> portion.participant(row.id(), row.name()));
        Opened opened = reading.show(visit, portion);
        return rows.stream()
                .map(row -> new ParticipantLine(
                        row.id(),
                        opened.say(row.name()),
                        row.stage(),
                        row.matter(),
                        row.language(),
                        row.receivedAt(),
                        row.position()))
                .toList();
    }

    /** Compatibility forms, capitals and the width of spaces make no difference. */
    static String folded(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }
}
