package org.troth.query.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.troth.events.MatchId;
import org.troth.events.confidential.DataClass;
import org.troth.events.disclosure.Look;
import org.troth.query.matching.ChangeList.Asker;
import org.troth.query.matching.ChangeList.Change;
import org.troth.query.matching.ChangeList.Way;
import org.troth.query.matching.ChangeViews.AskerRow;
import org.troth.query.matching.ChangeViews.Row;
import org.troth.query.matching.ChangeViews.WayRow;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Plain;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** Shows the second contact what is to be arranged, and of whoever asked what it takes to speak with them. */
@Component
class ChangeReader {

    private static final int PAGE = 20;

    private final ChangeViews views;
    private final Reading reading;
    private final Plain plain;

    ChangeReader(ChangeViews views, Reading reading, Plain plain) {
        this.views = views;
        this.reading = reading;
        this.plain = plain;
    }

    ChangeList open(Visit visit) {
        List<Row> rows = views.open(PAGE + 1);
        // A row that lags behind the record opens nothing: what was arranged meanwhile is not shown.
        List<Row> changes = rows.stream()
                .limit(PAGE)
                .filter(row -> row.askers().stream().allMatch(asker -> isOpen(visit, row, asker)))
                .toList();
        Map<AskerRow, List<WayRow>> ways = new HashMap<>();
        Portion portion = new Portion();
        for (Row row : changes) {
            for (AskerRow asker : row.askers()) {
                List<WayRow> safe = views.waysTo(asker);
                ways.put(asker, safe);
                portion.through(row.match(), asker.side(), asker.person(), asker.name());
                safe.forEach(
                        way -> portion.through(row.match(), asker.side(), asker.person(), way.address(), way.advice()));
            }
        }
        Opened opened = reading.show(visit, portion);
        return new ChangeList(
                changes.stream().map(row -> change(row, ways, opened)).toList(), rows.size() > PAGE);
    }

    private boolean isOpen(Visit visit, Row row, AskerRow asker) {
        return reading.permits(
                visit,
                new Look.Shown(
                        asker.person(),
                        asker.side(),
                        Set.of(DataClass.IDENTITY),
                        Set.of(),
                        new MatchId(row.match()),
                        null,
                        1));
    }

    private Change change(Row row, Map<AskerRow, List<WayRow>> ways, Opened opened) {
        return new Change(
                row.match(),
                row.dueBy(),
                row.dueBy().isBefore(plain.today()),
                row.askers().stream()
                        .map(asker -> new Asker(
                                asker.side().name(),
                                asker.pastCoordinator(),
                                asker.person(),
                                opened.say(asker.name()),
                                ways.getOrDefault(asker, List.of()).stream()
                                        .map(way -> new Way(
                                                way.channel(), opened.say(way.address()), opened.say(way.advice())))
                                        .toList()))
                        .toList());
    }
}
