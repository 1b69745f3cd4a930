package org.troth.query.youth;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.query.reading.Columns;
import org.troth.query.reading.ConsentStands;

/** What is asked about young people and their guardians. */
@Repository
class YouthViews {

    private static final int MOST = 50;

    /** A young person. */
    record YouthRow(
            @Nullable LocalDate ofAgeOn,
            boolean came,
            @Nullable String alone) {}

    /** Somebody named beside them; the name is sealed under the young person's key. */
    record GuardianRow(
            int number,
            @Nullable Sealed name,
            @Nullable String standing,
            @Nullable String check) {}

    /** What was asked of them. */
    record ConsentRow(UUID id, String purpose, @Nullable String recipient, String state, boolean asked) {}

    /** What one guardian last said to a consent. */
    record WordRow(UUID consent, int guardian, boolean yes) {}

    private final JdbcClient jdbc;

    YouthViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The sealed name of a participant, if there is such a person at all. */
    Optional<PersonRow> person(UUID participant) {
        return jdbc.sql("select name from participant where id = ?")
                .param(participant)
                .query((row, at) -> new PersonRow(new Columns(row).words("name", Words.PARTICIPANT_NAME, participant)))
                .optional();
    }

    /** A participant's name, once there is one. */
    record PersonRow(@Nullable Sealed name) {}

    Optional<YouthRow> of(UUID participant) {
        return jdbc.sql("select of_age_on, came_at, alone from youth where participant = ?")
                .param(participant)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new YouthRow(
                            columns.dayOrNone("of_age_on"),
                            columns.atOrNone("came_at") != null,
                            columns.codeOrNone("alone"));
                })
                .optional();
    }

    /** Everybody who is a guardian or named beside them, by their number. */
    List<GuardianRow> besideOf(UUID participant) {
        return jdbc.sql("""
            select number, o.name, g.standing, g.checked
              from (select number, standing, checked from guardian where participant = ?) g
              full join (select number, name from other_person where participant = ?) o using (number)
             order by number
            """)
                .params(participant, participant)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new GuardianRow(
                            columns.count("number"),
                            columns.words("name", Words.PARTICIPANT_OTHER_PERSON, participant),
                            columns.codeOrNone("standing"),
                            columns.codeOrNone("checked"));
                })
                .list();
    }

    /** Of one person, under all of these records. */
    List<ConsentRow> consentsOf(List<UUID> participants) {
        return jdbc.sql("""
            select c.id, c.purpose, a.name as recipient, %s as stands,
                   c.state = 'GIVEN' and c.text_name like '%%-young' as asked
              from consent c
              left join agency a on a.id = c.recipient
              %s
             where c.participant in (:participants) order by c.asked_position desc limit :most
            """.formatted(ConsentStands.STATE, ConsentStands.YOUTH))
                .param("participants", participants)
                .param("most", MOST)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new ConsentRow(
                            columns.id("id"),
                            columns.code("purpose"),
                            columns.codeOrNone("recipient"),
                            columns.code("stands"),
                            columns.flag("asked"));
                })
                .list();
    }

    List<WordRow> wordsOf(UUID participant) {
        return jdbc.sql("select consent, number, yes from guardian_word where participant = ? order by consent, number")
                .param(participant)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new WordRow(columns.id("consent"), columns.count("number"), columns.flag("yes"));
                })
                .list();
    }
}
