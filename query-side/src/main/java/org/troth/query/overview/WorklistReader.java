package org.troth.query.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;
import org.troth.events.charter.PublishedCharter;
import org.troth.events.disclosure.SubjectKind;
import org.troth.query.overview.Worklist.Figure;
import org.troth.query.overview.Worklist.Item;
import org.troth.query.overview.Worklist.Section;
import org.troth.query.overview.WorklistViews.Month;
import org.troth.query.overview.WorklistViews.Row;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Plain;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** Gathers what waits today; the names of those shown are disclosed in one append before they are opened. */
@Component
class WorklistReader {

    private static final int GLANCE = 5;
    private static final int PAGE = 20;
    private static final int FEW_KINDS = 3;
    private static final int MONTHS = 12;
    private static final int SOON_DAYS = 14;

    private final WorklistViews views;
    private final WorklistNews news;
    private final PlacesReader places;
    private final Reading reading;
    private final Plain plain;
    private final Said said;
    private final PublishedCharter charter;

    WorklistReader(
            WorklistViews views,
            WorklistNews news,
            PlacesReader places,
            Reading reading,
            Plain plain,
            Said said,
            PublishedCharter charter) {
        this.views = views;
        this.news = news;
        this.places = places;
        this.reading = reading;
        this.plain = plain;
        this.said = said;
        this.charter = charter;
    }

    /** All kinds of waiting at a glance, with the charts. */
    Worklist today(Visit visit) {
        Map<String, Long> stages = views.stages();
        Map<Waiting, List<Row>> rows = new EnumMap<>(Waiting.class);
        Portion portion = new Portion();
        for (Waiting waiting : Waiting.values()) {
            List<Row> found = rows(waiting, Sieve.NONE, 0, GLANCE + 1);
            rows.put(waiting, found);
            found.stream().limit(GLANCE).forEach(row -> show(row, portion));
        }
        Opened opened = reading.show(visit, portion);
        List<Section> sections = new ArrayList<>();
        rows.forEach((waiting, found) -> sections.add(section(waiting, stages, found, found, GLANCE, 1, opened)));
        LocalDate first = plain.today().withDayOfMonth(1).minusMonths(MONTHS - 1L);
        List<Month> months = views.months(first);
        return new Worklist(
                sections,
                stageFigures(stages),
                figures(first, months, Month::enquiries),
                figures(first, months, Month::enrolments),
                places.waitedByMatter());
    }

    /** One kind of waiting, a page at a time. */
    Section one(Visit visit, Waiting waiting, int page) {
        List<Row> found = rows(waiting, Sieve.NONE, (page - 1) * PAGE, PAGE + 1);
        Portion portion = new Portion();
        found.stream().limit(PAGE).forEach(row -> show(row, portion));
        Map<String, Long> stages = views.stages();
        List<Row> first = page == 1 ? found : rows(waiting, Sieve.NONE, 0, WorklistNews.SEEN);
        return section(waiting, stages, first, found, PAGE, page, reading.show(visit, portion));
    }

    /**
     * The lines that one's filter lets through, of each of its kinds; of many kinds only the first of each.
     *
     * @param page from 1; of several kinds there is one page
     */
    List<Section> filtered(Visit visit, WorklistFilter filter, int page) {
        Sieve sieve = filter.sieve(plain.today());
        List<Waiting> kinds = filter.kinds();
        int limit = kinds.size() <= FEW_KINDS ? PAGE : GLANCE;
        int offset = kinds.size() == 1 ? (page - 1) * PAGE : 0;
        Map<Waiting, List<Row>> rows = new EnumMap<>(Waiting.class);
        Portion portion = new Portion();
        for (Waiting waiting : kinds) {
            List<Row> found = rows(waiting, sieve, offset, limit + 1);
            rows.put(waiting, found);
            found.stream().limit(limit).forEach(row -> show(row, portion));
        }
        Opened opened = reading.show(visit, portion);
        Map<String, Long> stages = views.stages();
        List<Section> sections = new ArrayList<>();
        rows.forEach((waiting, found) -> {
            List<Row> first = rows(waiting, Sieve.NONE, 0, WorklistNews.SEEN);
            sections.add(new Section(
                    waiting.key(),
                    waiting.title(said),
                    waiting.why(said),
                    Math.min(found.size(), limit),
                    items(waiting, found, limit, opened),
                    kinds.size() == 1 ? page : 1,
                    found.size() > limit,
                    notice(waiting, number(waiting, stages), first)));
        });
        return sections;
    }

    /** Takes note of how everything stands now; nothing is shown to anybody. */
    void notice() {
        Map<String, Long> stages = views.stages();
        for (Waiting waiting : Waiting.values()) {
            notice(waiting, number(waiting, stages), rows(waiting, Sieve.NONE, 0, WorklistNews.SEEN));
        }
    }

    /** Stages are counted to the end; everything else only so far. */
    private int notice(Waiting waiting, long number, List<Row> first) {
        boolean more = waiting.stage() == null && number >= WorklistViews.COUNTED;
        return news.saw(waiting, number, more, first);
    }

    private static void show(Row row, Portion portion) {
        if (row.kind() == SubjectKind.PARTICIPANT) {
            portion.participant(row.person(), row.name());
        } else {
            portion.volunteer(row.person(), row.name());
        }
    }

    private List<Row> rows(Waiting waiting, Sieve sieve, int offset, int limit) {
        Stage stage = waiting.stage();
        if (stage != null) {
            return views.inStage(stage, sieve, offset, limit);
        }
        return switch (waiting) {
            case CHANGE -> views.changes(sieve, offset, limit);
            case OUTSIDE -> views.outsideToDecide(sieve, offset, limit);
            case CHARTER -> views.chartersToRead(charter.version(), sieve, offset, limit);
            case RECALL -> views.recallsToTell(sieve, offset, limit);
            case ERASURE -> views.erasures(sieve, offset, limit);
            case MERGE -> views.merges(sieve, offset, limit);
            case CORRECTION -> views.correctionsToLookAt(sieve, offset, limit);
            case LIST -> views.waitingList(sieve, offset, limit);
            case CONSENT -> views.consentsEnding(soon(), sieve, offset, limit);
            case AGE -> views.lapsed(sieve, offset, limit);
            case ANEW -> views.toAskAnew(sieve, offset, limit);
            case AFTERWARDS -> views.followUps(plain.today(), sieve, offset, limit);
            case STEP -> views.nextSteps(sieve, offset, limit);
            case WITHDRAWN -> views.takenBack(sieve, offset, limit);
            default -> views.referralsWithoutAnswer(sieve, offset, limit);
        };
    }

    private long number(Waiting waiting, Map<String, Long> stages) {
        Stage stage = waiting.stage();
        if (stage != null) {
            return stages.getOrDefault(stage.name(), 0L);
        }
        return switch (waiting) {
            case CHANGE -> views.changesCounted();
            case OUTSIDE -> views.outsideCounted();
            case CHARTER -> views.chartersCounted(charter.version());
            case RECALL -> views.recallsCounted();
            case ERASURE -> views.erasuresCounted();
            case MERGE -> views.mergesCounted();
            case CORRECTION -> views.correctionsCounted();
            case LIST -> views.waitingListCounted();
            case CONSENT -> views.consentsEndingCounted(soon());
            case AGE -> views.lapsedCounted();
            case ANEW -> views.toAskAnewCounted();
            case AFTERWARDS -> views.followUpsCounted(plain.today());
            case STEP -> views.nextStepsCounted();
            case WITHDRAWN -> views.takenBackCounted();
            default -> views.referralsCounted();
        };
    }

    private LocalDate soon() {
        return plain.today().plusDays(SOON_DAYS);
    }

    private Section section(
            Waiting waiting,
            Map<String, Long> stages,
            List<Row> first,
            List<Row> rows,
            int limit,
            int page,
            Opened opened) {
        long number = number(waiting, stages);
        return new Section(
                waiting.key(),
                waiting.title(said),
                waiting.why(said),
                number,
                items(waiting, rows, limit, opened),
                page,
                rows.size() > limit,
                notice(waiting, number, first));
    }

    private List<Item> items(Waiting waiting, List<Row> rows, int limit, Opened opened) {
        return rows.stream().limit(limit).map(row -> item(waiting, row, opened)).toList();
    }

    private Item item(Waiting waiting, Row row, Opened opened) {
        LocalDate due = row.due();
        boolean participant = row.kind() == SubjectKind.PARTICIPANT;
        return new Item(
                participant ? row.person() : null,
                participant ? null : row.person(),
                opened.say(row.name()),
                href(waiting, row),
                row.since(),
                due,
                due != null && due.isBefore(plain.today()),
                row.detail());
    }

    private static String href(Waiting waiting, Row row) {
        if (waiting == Waiting.AGE || waiting == Waiting.ANEW) {
            return question(row);
        }
        if (row.thing() != null) {
            switch (waiting) {
                case CHANGE, PROPOSAL, ANSWER, CHARTER -> {
                    return "/matches/" + row.thing();
                }
                case OUTSIDE -> {
                    return "/charter/outside/" + row.thing();
                }
                case WITHDRAWN -> {
                    return "/consents/" + row.thing();
                }
                case CONSENT -> {
                    return "/consents/" + row.thing() + "/renewal";
                }
                case RECALL -> {
                    return "/referrals/" + row.thing() + "/recall-notice";
                }
                case MERGE -> {
                    return "/merges/" + row.person() + "/" + row.thing();
                }
                case CORRECTION -> {
                    return "/encounters/" + row.thing();
                }
                case REFERRAL -> {
                    return "/referrals/" + row.thing();
                }
                default -> {}
            }
        }
        return (row.kind() == SubjectKind.PARTICIPANT ? "/participants/" : "/volunteers/") + row.person();
    }

    /** Where it is asked; its purpose and who would receive it are codes and identifiers. */
    private static String question(Row row) {
        String form = "/consents/new?participant=" + row.person() + "&purpose=" + row.detail();
        return row.thing() == null ? form : form + "&agency=" + row.thing();
    }

    private List<Figure> stageFigures(Map<String, Long> stages) {
        List<Figure> figures = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            if (stage != Stage.CLOSED) {
                figures.add(
                        new Figure(said.of("query.overview.stage." + stage), stages.getOrDefault(stage.name(), 0L)));
            }
        }
        return figures;
    }

    private List<Figure> figures(LocalDate first, List<Month> months, ToLongFunction<Month> number) {
        List<Figure> figures = new ArrayList<>();
        for (int after = 0; after < MONTHS; after++) {
            LocalDate month = first.plusMonths(after);
            figures.add(new Figure(
                    plain.month(month),
                    months.stream()
                            .filter(each -> each.month().equals(month))
                            .mapToLong(number)
                            .sum()));
        }
        return figures;
    }
}
