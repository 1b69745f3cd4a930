package org.troth.query.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.GoalId;
import org.troth.events.MatchId;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.goal.ShownGoals;
import org.troth.events.recording.Overtaken;
import org.troth.query.goal.GoalPages.GoalFile;
import org.troth.query.goal.GoalPages.GoalLine;
import org.troth.query.goal.GoalPages.GoalList;
import org.troth.query.goal.GoalPages.GoalRating;
import org.troth.query.goal.GoalPages.GoalWording;
import org.troth.query.goal.GoalPages.OwnGoal;
import org.troth.query.goal.GoalPages.OwnGoals;
import org.troth.query.goal.GoalPages.ShownGoal;
import org.troth.query.goal.GoalPages.ShownGoalList;
import org.troth.query.goal.GoalViews.Pair;
import org.troth.query.goal.GoalViews.Row;
import org.troth.query.goal.GoalViews.WordingRow;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Records;
import org.troth.query.reading.Visit;

/**
 * Shows goals: to the participant their own, to a coordinator that they are and how far, to whoever walks beside them what
 * they show. Whether it is shown, and what it says, the record itself is asked, so that what was taken back or put in other words
 * is read by nobody however late the views are.
 */
@Component
class GoalReader {

    private static final int PAGE = 10;
    private static final int RATINGS_IN_LIST = 12;
    private static final int RATINGS = 60;
    private static final int WORDINGS = 20;
    private static final int SHOWN = 20;
    private static final int ATTEMPTS = 3;

    /** A goal that is shown, and what the record says of it. */
    private record Showing(Row row, ShownGoals.Standing standing) {}

    private final GoalViews views;
    private final ShownGoals shownGoals;
    private final Records records;
    private final Reading reading;

    GoalReader(GoalViews views, ShownGoals shownGoals, Records records, Reading reading) {
        this.views = views;
        this.shownGoals = shownGoals;
        this.records = records;
        this.reading = reading;
    }

    /** All of one's own, under whichever record, and in whichever they walk with somebody. */
    OwnGoals own(Visit visit, @Nullable Long before) {
        UUID self = self(visit);
        long from = before == null ? Long.MAX_VALUE : before;
        List<UUID> all = records.of(self);
        List<Row> rows = views.of(all, from, PAGE + 1);
        boolean more = rows.size() > PAGE;
        List<Row> page = more ? rows.subList(0, PAGE) : rows;
        Map<UUID, List<GoalRating>> ratings = views.ratingsOf(all, from, PAGE, RATINGS_IN_LIST);
        UUID walk = views.walkOf(all).orElse(null);
        Portion portion = new Portion();
        all.forEach(each -> portion.participant(each));
        page.forEach(row -> portion.participant(row.participant(), row.words()));
        Opened opened = reading.show(visit, portion);
        return new OwnGoals(
                page.stream()
                        .map(row -> own(row, walk, ratings.getOrDefault(row.id(), List.of()), opened))
                        .toList(),
                more ? page.get(PAGE - 1).position() : null);
    }

    /** One of one's own; nobody else's is there. */
    GoalFile one(Visit visit, UUID goal) {
        Row row = views.one(goal).orElseThrow(() -> reading.hidden(visit, null, "unknown"));
        if (!reading.isSelf(visit, row.participant())) {
            throw reading.hidden(visit, row.participant(), "own-record");
        }
        List<WordingRow> wordings = views.wordingsOf(row, WORDINGS);
        List<WordingRow> earlier = wordings.isEmpty() ? wordings : wordings.subList(1, wordings.size());
        UUID walk = views.walkOf(records.of(row.participant())).orElse(null);
        Portion portion = new Portion().participant(row.participant(), row.words());
        earlier.forEach(each -> portion.participant(row.participant(), each.words()));
        Opened opened = reading.show(visit, portion);
        return new GoalFile(
                own(row, walk, views.ratingsOf(goal, RATINGS), opened),
                walk,
                earlier.stream()
                        .map(each -> new GoalWording(each.writtenAt(), each.about(), opened.say(each.words())))
                        .toList());
    }

    /** Those of one participant, under whichever of their records, without a word of them. */
    GoalList of(Visit visit, UUID participant, @Nullable Long before) {
        if (!views.isParticipant(participant)) {
            throw reading.hidden(visit, null, "unknown");
        }
        long from = before == null ? Long.MAX_VALUE : before;
        List<UUID> all = records.of(participant);
        List<Row> rows = views.of(all, from, PAGE + 1);
        boolean more = rows.size() > PAGE;
        List<Row> page = more ? rows.subList(0, PAGE) : rows;
        Map<UUID, List<GoalRating>> ratings = views.ratingsOf(all, from, PAGE, RATINGS_IN_LIST);
        Portion portion = new Portion();
        all.forEach(each -> portion.participant(each));
        reading.show(visit, portion);
        return new GoalList(
                participant,
                page.stream()
                        .map(row -> line(row, ratings.getOrDefault(row.id(), List.of())))
                        .toList(),
                more ? page.get(PAGE - 1).position() : null);
    }

    /** Those that are shown in a match to whoever walks in it, while it goes on. */
    ShownGoalList shownIn(Visit visit, UUID match) {
        Pair pair = views.pairOf(match).orElseThrow(() -> reading.hidden(visit, null, "unknown"));
        if (!pair.volunteer().equals(visit.actor().person())) {
            throw reading.hidden(visit, pair.participant(), "own-record");
        }
        Look.Shown other = new Look.Shown(
                pair.participant(),
                SubjectKind.PARTICIPANT,
                Set.of(DataClass.IDENTITY),
                Set.of(),
                new MatchId(match),
                null,
                1);
        if (!reading.permits(visit, other)) {
            throw reading.hidden(visit, pair.participant(), "match-ended");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return shownNow(visit, match, pair.participant());
            } catch (Overtaken overtaken) {
                // Something was done about one of them between question and append: ask again.
                if (attempt == ATTEMPTS) {
                    throw overtaken;
                }
            }
        }
    }

    private ShownGoalList shownNow(Visit visit, UUID match, UUID participant) {
        Portion portion = new Portion();
        List<Showing> shown = new ArrayList<>();
        for (Row row : views.shownIn(match, SHOWN)) {
            ShownGoals.Standing standing = shownGoals.of(new GoalId(row.id()));
            if (standing.isShownIn(new MatchId(match)) && isOfTheSame(visit, match, participant, row)) {
                portion.through(match, SubjectKind.PARTICIPANT, row.participant(), standing.words())
                        .provided(standing.precondition());
                shown.add(new Showing(row, standing));
            }
        }
        if (shown.isEmpty()) {
            portion.through(match, SubjectKind.PARTICIPANT, participant);
        }
        Opened opened = reading.show(visit, portion);
        return new ShownGoalList(
                match,
                shown.stream()
                        .map(each -> new ShownGoal(
                                each.row().id(),
                                each.row().state(),
                                each.standing().about(),
                                opened.say(each.standing().words()),
                                each.row().rating(),
                                each.row().ratedAt()))
                        .toList());
    }

    /** What was set under another record of the person is seen as long as the two are one; after that it is somebody else's. */
    private boolean isOfTheSame(Visit visit, UUID match, UUID participant, Row row) {
        return row.participant().equals(participant)
                || reading.permits(
                        visit,
                        new Look.Shown(
                                row.participant(),
                                SubjectKind.PARTICIPANT,
                                Set.of(DataClass.IDENTITY, DataClass.NARRATIVE),
                                Set.of(Words.GOAL_WORDS),
                                new MatchId(match),
                                null,
                                1));
    }

    private UUID self(Visit visit) {
        UUID person = visit.actor().person();
        if (person == null) {
            throw reading.hidden(visit, null, "unknown");
        }
        return person;
    }

    private static OwnGoal own(Row row, @Nullable UUID walk, List<GoalRating> ratings, Opened opened) {
        boolean shown = walk != null && walk.equals(row.match());
        return new OwnGoal(opened.say(row.words()), shown, line(row, ratings));
    }

    private static GoalLine line(Row row, List<GoalRating> ratings) {
        return new GoalLine(
                row.id(),
                row.state(),
                row.stateSince(),
                row.about(),
                row.setAt(),
                row.rating(),
                row.ratedAt(),
                ratings);
    }
}
