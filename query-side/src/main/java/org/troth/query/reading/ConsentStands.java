package org.troth.query.reading;

/**
 * How a consent stands for somebody who was not of age when they answered, as SQL over {@code consent c left join youth y on
 * y.participant = c.participant}: {@code GIVEN} only where it is in force. What is shown lags; what may be done is asked of the
 * record.
 */
public final class ConsentStands {

    /** The state that is shown. */
    public static final String STATE = """
            case when c.state <> 'GIVEN' then c.state
                 when y.participant is null
                      then case when c.text_name like '%-young' then 'TO_ASK_ANEW' else c.state end
                 when c.answered_at >= y.of_age_at then c.state
                 when c.text_name not like '%-young' then 'TO_ASK_ANEW'
                 when y.alone is not null and c.purpose in ('SUPPORT', 'MATCHING', 'SHARING') then c.state
                 when y.came_at is not null then 'LAPSED'
                 when y.alone is not null then 'WAITS_TO_BE_OF_AGE'
                 when exists (select from guardian_word w where w.consent = c.id and not w.yes) then 'GUARDIAN_SAID_NO'
                 when exists (select from guardian_word w where w.consent = c.id) then c.state
                 else 'WAITS_FOR_GUARDIAN' end""";

    private ConsentStands() {}
}
