package org.troth.query.merging;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.query.merging.MergingViews.PersonRow;
import org.troth.query.merging.MergingViews.ReachRow;
import org.troth.query.merging.TwoRecords.Person;
import org.troth.query.merging.TwoRecords.Reach;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** Shows two records beside each other, after it is on the record that both were shown. */
@Component
class MergingReader {

    private final MergingViews views;
    private final Reading reading;

    MergingReader(MergingViews views, Reading reading) {
        this.views = views;
        this.reading = reading;
    }

    TwoRecords two(Visit visit, UUID one, UUID other) {
        if (one.equals(other)) {
            throw reading.hidden(visit, null, "unknown");
        }
        PersonRow first = views.one(one).orElseThrow(() -> reading.hidden(visit, null, "unknown"));
        PersonRow second = views.one(other).orElseThrow(() -> reading.hidden(visit, null, "unknown"));
        List<ReachRow> ways = views.contactsOf(one);
        List<ReachRow> others = views.contactsOf(other);
        Portion portion = new Portion().participant(one, first.name()).participant(other, second.name());
        ways.forEach(each -> portion.participant(one, each.address()));
        others.forEach(each -> portion.participant(other, each.address()));
        Opened opened = reading.show(visit, portion);
        return new TwoRecords(
                person(first, ways, opened),
                person(second, others, opened),
                views.between(one, other, visit.actor().account().value()).orElse(null));
    }

    /** Before anything is searched: that there is such a record is shown, and nothing else. */
    void admit(Visit visit, UUID participant) {
        if (views.one(participant).isEmpty()) {
            throw reading.hidden(visit, null, "unknown");
        }
        reading.show(visit, new Portion().participant(participant));
    }

    private static Person person(PersonRow row, List<ReachRow> ways, Opened opened) {
        return new Person(
                row.id(),
                opened.say(row.name()),
                row.stage(),
                row.matter(),
                row.language(),
                row.receivedAt(),
                row.enrolledAt(),
                ways.stream()
                        .map(each -> new Reach(each.channel(), each.safe(), opened.say(each.address())))
                        .toList());
    }
}
