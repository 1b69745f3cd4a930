package org.troth.query.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which records are of one person, for choosing rows. What may be shown of them is decided elsewhere, on the record itself:
 * see {@link Reading}.
 */
@Repository
public class Records {

    /**
     * Of a row {@code c} of {@code participant_contact}: whether this way was marked unsafe in another record of the same person,
     * and was not chosen in this one after the two were known to be one.
     */
    public static final String UNSAFE_ELSEWHERE = """
            exists (select from merging own
                      join merging pair on pair.kept = own.kept and pair.state = 'MERGED'
                      join participant_contact other
                        on other.participant in (pair.merged, pair.kept) and other.participant <> c.participant
                       and other.channel = c.channel and not other.safe
                     where own.state = 'MERGED' and (own.merged = c.participant or own.kept = c.participant)
                       and c.changed_at <= greatest(pair.since, other.changed_at))""";

    private static final String KEPT =
            "coalesce((select k.kept from merging k where k.merged = %1$s and k.state = 'MERGED'), %1$s)";

    /** Every record of the person whose record this column names, itself too, as SQL in brackets with one column. */
    public static String samePersonAs(String column) {
        String kept = KEPT.formatted(column);
        return "(select " + kept + " union all select m.merged from merging m where m.state = 'MERGED' and m.kept = "
                + kept + ")";
    }

    private record Led(UUID merged, UUID kept) {}

    private final JdbcClient jdbc;

    Records(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every record of this person, this one first; only this one where nothing was merged, and for anybody unknown. */
    public List<UUID> of(UUID person) {
        return jdbc.sql("""
                        with root as (
                            select coalesce((select kept from merging where merged = :person and state = 'MERGED'),
                                            cast(:person as uuid)) as id
                        ), together as (
                            select id from root
                            union
                            select m.merged from merging m join root on m.kept = root.id where m.state = 'MERGED'
                        )
                        select id from together order by id <> cast(:person as uuid), id
                        """).param("person", person).query(Records::id).list();
    }

    /** The record that this one leads to; empty where it stands for itself. */
    public Optional<UUID> keptOf(UUID person) {
        return jdbc.sql("select kept from merging where merged = ? and state = 'MERGED'")
                .param(person)
                .query(Records::id)
                .optional();
    }

    /** The records that lead to this one. */
    public List<UUID> mergedInto(UUID person) {
        return jdbc.sql("select merged from merging where kept = ? and state = 'MERGED' order by position")
                .param(person)
                .query(Records::id)
                .list();
    }

    private static UUID id(ResultSet row, int at) throws SQLException {
        return row.getObject(1, UUID.class);
    }

    /** How many records lead to another. */
    public int merged() {
        return jdbc.sql("select count(*) from merging where state = 'MERGED'")
                .query(Integer.class)
                .single();
    }

    /** The same people in the same order, each under the record that is followed, and once. */
    public List<UUID> led(List<UUID> people) {
        if (people.isEmpty()) {
            return people;
        }
        Map<UUID, UUID> led = jdbc
                .sql("select merged, kept from merging where merged in (:people) and state = 'MERGED'")
                .param("people", people)
                .query((row, at) -> new Led(row.getObject("merged", UUID.class), row.getObject("kept", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Led::merged, Led::kept));
        Function<UUID, UUID> followed = person -> led.getOrDefault(person, person);
        return people.stream().map(followed).distinct().toList();
    }
}
