package org.troth.query.overview;

import java.util.List;
import org.springframework.stereotype.Component;
import org.troth.query.overview.LeastCell.Group;
import org.troth.query.overview.Worklist.Figure;
import org.troth.query.reading.Plain;

/** Counts places and days. Nobody is named and nobody's record is shown, so nothing is disclosed. */
@Component
class PlacesReader {

    private final PlacesViews places;
    private final WorklistViews worklist;
    private final Plain plain;
    private final Said said;

    PlacesReader(PlacesViews places, WorklistViews worklist, Plain plain, Said said) {
        this.places = places;
        this.worklist = worklist;
        this.plain = plain;
        this.said = said;
    }

    Places today() {
        return new Places(
                places.byMatter(plain.today()).stream()
                        .map(each -> new Places.Room(plain.word(each.code()), each.taken(), each.free()))
                        .toList(),
                places.byLanguage(plain.today()).stream()
                        .map(each -> new Places.Room(plain.language(each.code()), each.taken(), each.free()))
                        .toList(),
                places.byTime(plain.today()).stream()
                        .map(each -> new Places.Room(time(each.code()), each.taken(), each.free()))
                        .toList(),
                waitedByMatter(),
                waitedByLanguage());
    }

    private String time(String code) {
        return code.equals("not-said") ? said.of("query.overview.places.times-none") : plain.word(code);
    }

    /** Days from asking for help to the beginning of a match, on average, by matter. */
    List<Figure> waitedByMatter() {
        return figures(worklist.waited().stream()
                .map(each -> new Group(plain.word(each.matter()), each.people(), each.days()))
                .toList());
    }

    private List<Figure> waitedByLanguage() {
        return figures(places.waitedByLanguage().stream()
                .map(each -> new Group(plain.language(each.language()), each.people(), each.days()))
                .toList());
    }

    private List<Figure> figures(List<Group> groups) {
        return LeastCell.gathered(groups, said.of("query.overview.places.others")).stream()
                .map(each -> new Figure(
                        "%s (%s)".formatted(each.label(), each.people()),
                        Math.round((double) each.days() / each.people())))
                .toList();
    }
}
