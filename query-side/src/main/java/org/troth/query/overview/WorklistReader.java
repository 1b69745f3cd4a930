package org.troth.query.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;
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
    private static final int MONTHS = 12;
    private static final int SOON_DAYS = 14;

    private final WorklistViews views;
    private final Reading reading;
    private final Plain plain;

    WorklistReader(WorklistViews views, Reading reading, Plain plain) {
        this.views = views;
        this.reading = reading;
        this.plain = plain;
    }

    /** All kinds of waiting at a glance, with the charts. */
    Worklist today(Visit visit) {
        Map<String, Long> stages = views.stages();
        Map<Waiting, List<Row>> rows = new EnumMap<>(Waiting.class);
        Portion portion = new Portion();
        for (Waiting waiting : Waiting.values()) {
            List<Row> found = rows(waiting, 0, GLANCE + 1);
            rows.put(waiting, found);
            found.stream().limit(GLANCE).forEach(row -> show(row, portion));
        }
        Opened opened = reading.show(visit, portion);
        List<Section> sections = new ArrayList<>();
        rows.forEach((waiting, found) -> sections.add(section(waiting, stages, found, GLANCE, 1, opened)));
        LocalDate first = plain.today().withDayOfMonth(1).minusMonths(MONTHS - 1L);
        List<Month> months = views.months(first);
        return new Worklist(
                sections,
                stageFigures(stages),
                figures(first, months, Month::enquiries),
                figures(first, months, Month::enrolments),
                waited());
    }

    /** One kind of waiting, a page at a time. */
    Section one(Visit visit, Waiting waiting, int page) {
        List<Row> found = rows(waiting, (page - 1) * PAGE, PAGE + 1);
        Portion portion = new Portion();
        found.stream().limit(PAGE).forEach(row -> show(row, portion));
        return section(waiting, views.stages(), found, PAGE, page, reading.show(visit, portion));
    }

    private static void show(Row row, Portion portion) {
        if (row.kind() == SubjectKind.PARTICIPANT) {
            portion.participant(row.person(), row.name());
        } else {
            portion.volunteer(row.person(), row.name());
        }
    }

    private List<Row> rows(Waiting waiting, int offset, int limit) {
        Stage stage = waiting.stage();
        if (stage != null) {
            return views.inStage(stage, offset, limit);
        }
        return switch (waiting) {
            case CHANGE -> views.changes(offset, limit);
            case RECALL -> views.recallsToTell(offset, limit);
            case ERASURE -> views.erasures(offset, limit);
            case MERGE -> views.merges(offset, limit);
            case LIST -> views.waitingList(offset, limit);
            case CONSENT -> views.consentsEnding(soon(), offset, limit);
            case AFTERWARDS -> views.followUps(plain.today(), offset, limit);
            case STEP -> views.nextSteps(offset, limit);
            default -> views.referralsWithoutAnswer(offset, limit);
        };
    }

    private long number(Waiting waiting, Map<String, Long> stages) {
        Stage stage = waiting.stage();
        if (stage != null) {
            return stages.getOrDefault(stage.name(), 0L);
        }
        return switch (waiting) {
            case CHANGE -> views.changesCounted();
            case RECALL -> views.recallsCounted();
            case ERASURE -> views.erasuresCounted();
            case MERGE -> views.mergesCounted();
            case LIST -> views.waitingListCounted();
            case CONSENT -> views.consentsEndingCounted(soon());
            case AFTERWARDS -> views.followUpsCounted(plain.today());
            case STEP -> views.nextStepsCounted();
            default -> views.referralsCounted();
        };
    }

    private LocalDate soon() {
        return plain.today().plusDays(SOON_DAYS);
    }

    private Section section(
            Waiting waiting, Map<String, Long> stages, List<Row> rows, int limit, int page, Opened opened) {
        return new Section(
                waiting.key(),
                waiting.title(),
                waiting.why(),
                number(waiting, stages),
                rows.stream()
                        .limit(limit)
                        .map(row -> item(waiting, row, opened))
                        .toList(),
                page,
                rows.size() > limit);
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
        if (row.thing() != null) {
            switch (waiting) {
                case CHANGE, PROPOSAL, ANSWER -> {
                    return "/matches/" + row.thing();
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
                case REFERRAL -> {
                    return "/referrals/" + row.thing();
                }
                default -> {}
            }
        }
        return (row.kind() == SubjectKind.PARTICIPANT ? "/participants/" : "/volunteers/") + row.person();
    }

    /** Days from asking for help to the beginning of a match, on average, by matter. */
    private List<Figure> waited() {
        return views.waited().stream()
                .map(each -> new Figure(
                        "%s (%d)".formatted(plain.word(each.matter()), each.people()),
                        Math.round((double) each.days() / each.people())))
                .toList();
    }

    private static List<Figure> stageFigures(Map<String, Long> stages) {
        List<Figure> figures = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            if (stage != Stage.CLOSED) {
                figures.add(new Figure(stage.plain(), stages.getOrDefault(stage.name(), 0L)));
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
