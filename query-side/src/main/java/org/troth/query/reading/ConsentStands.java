package org.troth.query.reading;

/**
 * How a consent stands for somebody who was not of age when they answered, as SQL over {@code consent c} and {@link #YOUTH}:
 * {@code GIVEN} only where it is in force. What was noted under any record of a person holds under all of them. What is shown
 * lags; what may be done is asked of the record.
 */
public final class ConsentStands {

    /**
     * What is noted of the person whose consent {@code c} is, as {@code y}: the latest day, since when it is known that it came, and
     * that they decide alone; always one row, with no day where nothing is noted.
     */
    public static final String YOUTH = """
            left join lateral (
                select max(n.of_age_at) as of_age_at, max(n.alone) as alone,
                       case when bool_and(n.came_at is not null) then max(n.came_at) end as came_at
                  from %s r (id) join youth n on n.participant = r.id) y on true""".formatted(Records.samePersonAs("c.participant"));

    /** The state that is shown. */
    public static final String STATE = """
            case when c.state <> 'GIVEN' then c.state
                 when y.of_age_at is null
                      then case when c.text_name like '%-young' then 'TO_ASK_ANEW' else c.state end
                 when c.answered_at >= y.of_age_at then c.state
                 when c.text_name not like '%-young' then 'TO_ASK_ANEW'
                 when y.alone is not null and c.purpose in ('SUPPORT', 'MATCHING', 'SHARING') then c.state
                 when y.came_at is not null then 'LAPSED'
                 when y.alone is not null then 'WAITS_TO_BE_OF_AGE'
                 when exists (select from guardian_word w where w.consent = c.id and not w.yes
                                 and w.participant in {theirs}) then 'GUARDIAN_SAID_NO'
                 when exists (select from guardian_word w where w.consent = c.id
                                 and w.participant in {theirs}) then c.state
                 else 'WAITS_FOR_GUARDIAN' end""".replace("{theirs}", Records.samePersonAs("c.participant"));

    private ConsentStands() {}
}
