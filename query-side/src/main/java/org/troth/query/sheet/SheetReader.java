package org.troth.query.sheet;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.query.reading.Plain;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Records;
import org.troth.query.reading.Visit;
import org.troth.query.sheet.SheetPages.GivenSheets;
import org.troth.query.sheet.SheetPages.SheetFile;
import org.troth.query.sheet.SheetPages.SheetList;
import org.troth.query.sheet.SheetViews.Given;
import org.troth.query.sheet.SheetViews.Listed;
import org.troth.query.sheet.SheetViews.Row;

/** Shows the sheets to everybody who works or is helped here, and to a participant which of them they were given. */
@Component
class SheetReader {

    private static final int PAGE = 20;

    private final SheetViews views;
    private final Records records;
    private final Reading reading;
    private final Plain plain;

    SheetReader(SheetViews views, Records records, Reading reading, Plain plain) {
        this.views = views;
        this.records = records;
        this.reading = reading;
        this.plain = plain;
    }

    SheetList all(@Nullable Long before) {
        List<Listed> rows = views.newest(plain.today(), before == null ? Long.MAX_VALUE : before, PAGE + 1);
        boolean more = rows.size() > PAGE;
        List<Listed> page = more ? rows.subList(0, PAGE) : rows;
        return new SheetList(
                page.stream().map(Listed::line).toList(),
                more ? page.get(PAGE - 1).position() : null);
    }

    /** This version, or the newest where none is named. */
    SheetFile one(Visit visit, UUID sheet, @Nullable Integer version) {
        Row row = views.upTo(sheet, version == null ? Integer.MAX_VALUE : version, plain.today())
                .filter(each -> version == null || each.line().version() == version)
                .orElseThrow(() -> reading.hidden(visit, null, "unknown"));
        List<Integer> versions = views.versionsOf(sheet);
        return new SheetFile(row.line(), row.text(), row.sha256(), versions.get(0), versions);
    }

    /** Those that were given at one meeting, twenty at most, stay on one page. */
    GivenSheets given(Visit visit, @Nullable Long before) {
        UUID self = visit.actor().person();
        if (self == null) {
            throw reading.hidden(visit, null, "unknown");
        }
        List<UUID> all = records.of(self);
        List<Given> rows = views.givenTo(all, before == null ? Long.MAX_VALUE : before, PAGE + 1);
        long last = rows.size() > PAGE ? rows.get(PAGE).position() : -1;
        List<Given> page = rows.stream().filter(each -> each.position() > last).toList();
        Portion portion = new Portion();
        all.forEach(each -> portion.participant(each));
        reading.show(visit, portion);
        return new GivenSheets(
                page.stream().map(Given::sheet).toList(),
                last < 0 ? null : page.get(page.size() - 1).position());
    }
}
