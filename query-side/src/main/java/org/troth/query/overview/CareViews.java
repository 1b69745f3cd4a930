package org.troth.query.overview;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.query.overview.CaseFile.Forgetting;
import org.troth.query.overview.CaseFile.Telling;
import org.troth.query.overview.CaseFile.Wish;
import org.troth.query.reading.Columns;

/** What the case page and a participant's own page ask about the care for one person beside and after their support. */
@Repository
class CareViews {

    private static final int MOST = 50;

    /** Somebody named beside them; the name is sealed under the participant's key. */
    record OtherRow(int number, @Nullable Sealed name, String relation, String need) {}

    private final JdbcClient jdbc;

    CareViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What they told for the first time: that it was, newest first. */
    List<Telling> tellingsOf(UUID participant) {
        return jdbc.sql("""
            select number, heard_at, heard_by, next_step, taken_at
              from first_telling where participant = ? order by number desc limit ?
            """)
                .params(participant, MOST)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Telling(
                            columns.count("number"),
                            columns.at("heard_at"),
                            columns.code("heard_by"),
                            columns.codeOrNone("next_step"),
                            columns.atOrNone("taken_at"));
                })
                .list();
    }

    List<OtherRow> othersOf(UUID participant) {
        return jdbc.sql("select number, name, relation, need from other_person where participant = ? order by number")
                .param(participant)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new OtherRow(
                            columns.count("number"),
                            columns.words("name", Words.PARTICIPANT_OTHER_PERSON, participant),
                            columns.code("relation"),
                            columns.code("need"));
                })
                .list();
    }

    /** Whether they ask to be forgotten and wait for the answer. */
    Optional<Forgetting> forgettingOf(UUID participant) {
        return jdbc.sql("select asked_on, answer_by from erasure_request where person = ?")
                .param(participant)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Forgetting(columns.day("asked_on"), columns.day("answer_by"));
                })
                .optional();
    }

    /** Whether they wish to be asked, once after the end, how they are. */
    Optional<Wish> wishOf(UUID participant) {
        return jdbc.sql("select asked_from, channel from follow_up where participant = ?")
                .param(participant)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Wish(columns.day("asked_from"), columns.code("channel"));
                })
                .optional();
    }
}
