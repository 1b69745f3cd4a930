package org.troth.query.participant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.DisclosureExceeded;
import org.troth.events.confidential.Opener;
import org.troth.events.confidential.Unreadable;
import org.troth.events.disclosure.Disclosing;
import org.troth.events.disclosure.SubjectKind;
import org.troth.query.participant.NameMarks.Name;
import org.troth.query.participant.NameMarks.Notes;
import org.troth.query.participant.NameMarks.Sought;
import org.troth.query.reading.Visit;

/**
 * Compares the names of everybody with a term, under one recorded scan that names them all. Where names are marked it opens
 * those alone whose marks do not rule them out: the answer and what is recorded are the same.
 */
@Component
class NameSearch {

    /** So many keys are fetched together while a search goes on. */
    private static final int TOGETHER = 500;

    /** Among fewer people no mark would be shared by eight of them for certain, and opening all of them is no matter. */
    static final int FEWEST_MARKED = 500;

    private static final Set<DataClass> NAMES = Set.of(DataClass.IDENTITY);

    private final ParticipantViews views;
    private final NameMarks marks;
    private final Disclosing disclosing;
    private final Opener opener;

    NameSearch(ParticipantViews views, NameMarks marks, Disclosing disclosing, Opener opener) {
        this.views = views;
        this.marks = marks;
        this.disclosing = disclosing;
        this.opener = opener;
    }

    /** The first so many of those whose folded names hold this, newest enquiry first. */
    List<UUID> matching(Visit visit, String sought, int enough) {
        List<Name> names = marks.areOn() ? views.markedNames() : views.names();
        return names.isEmpty()
                ? List.of()
                : new Search(visit, sought, enough, names, marks.areOn() && names.size() >= FEWEST_MARKED).found();
    }

    private final class Search {

        private final Visit visit;
        private final String term;
        private final int enough;
        private final List<Name> names;
        private final Sought sought;
        private final @Nullable Notes notes;
        private final List<UUID> found = new ArrayList<>();
        private Disclosure scan;

        Search(Visit visit, String term, int enough, List<Name> names, boolean marked) {
            this.visit = visit;
            this.term = term;
            this.enough = enough;
            this.names = names;
            this.sought = marked ? marks.sought(term) : name -> true;
            this.notes = marked ? marks.notes() : null;
            this.scan = scan(names);
        }

        List<UUID> found() {
            int at = 0;
            while (at < names.size() && found.size() < enough) {
                int from = at;
                List<Name> next = new ArrayList<>();
                for (; at < names.size() && next.size() < TOGETHER; at++) {
                    if (sought.mayBe(names.get(at))) {
                        next.add(names.get(at));
                    }
                }
                compare(next, names.subList(from, names.size()));
            }
            return found;
        }

        private void compare(List<Name> next, List<Name> left) {
            boolean expected = false;
            int at = 0;
            while (at < next.size() && found.size() < enough) {
                if (scan.isStale()) {
                    scan = scan(left);
                    expected = false;
                }
                if (!expected) {
                    opener.expect(
                            next.subList(at, next.size()).stream()
                                    .map(Name::sealed)
                                    .toList(),
                            scan);
                    expected = true;
                }
                Name name = next.get(at);
                try {
                    if (says(name)) {
                        found.add(name.sealed().owner());
                    }
                    at++;
                } catch (DisclosureExceeded e) {
                    // Its second may end between the question above and the opening: then this name is scanned anew,
                    // like the rest.
                    if (!scan.isStale()) {
                        throw e;
                    }
                }
            }
            if (notes != null) {
                notes.keep();
            }
        }

        private boolean says(Name name) {
            try {
                String folded = ParticipantReader.folded(opener.open(name.sealed(), scan));
                if (notes != null) {
                    notes.opened(name, folded);
                }
                return folded.contains(term);
            } catch (Unreadable e) {
                if (e.why() != Unreadable.Why.ERASED) {
                    throw e;
                }
                if (notes != null) {
                    notes.erased(name);
                }
                return false;
            }
        }

        private Disclosure scan(List<Name> of) {
            Set<UUID> people = new HashSet<>();
            of.forEach(name -> people.add(name.sealed().owner()));
            return disclosing.search(
                    visit.actor(),
                    visit.purpose(),
                    visit.route(),
                    SubjectKind.PARTICIPANT,
                    NAMES,
                    people,
                    visit.request());
        }
    }
}
