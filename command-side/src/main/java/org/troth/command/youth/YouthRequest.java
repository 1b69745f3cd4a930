package org.troth.command.youth;

import org.jspecify.annotations.Nullable;

/** What can be asked about young people and their guardians, as JSON and as forms. Every field is checked first. */
interface YouthRequest {

    /**
     * That somebody is not of age.
     *
     * @param ofAgeOn the first day on which they are of age, like 2026-11-21; their date of birth is not asked
     */
    record Minority(@Nullable String ofAgeOn) {}

    /**
     * That somebody beside them may say yes beside them.
     *
     * @param guardian the number under which they are named beside the young person
     * @param standing by what they may, a code of the programme
     * @param check how that was checked, a code of the programme
     */
    record GuardianCheck(
            @Nullable String guardian,
            @Nullable String standing,
            @Nullable String check) {}

    /** Why the law lets them say yes alone, a code of the programme. */
    record Alone(@Nullable String ground) {}

    /**
     * What a guardian said yes to.
     *
     * @param consent to which the young person said yes themselves
     * @param guardian their number
     * @param statement SIGNED or SPOKEN
     * @param witness who was there beside whoever writes it down, a code of the programme
     * @param language in which they were asked, as BCP 47 writes it
     * @param interpreting NONE, PROFESSIONAL or OTHER_PERSON
     */
    record GuardianYes(
            @Nullable String consent,
            @Nullable String guardian,
            @Nullable String statement,
            @Nullable String witness,
            @Nullable String language,
            @Nullable String interpreting) {}

    /**
     * What a guardian said no to, at first or after a yes. Needs no reason and no witness.
     *
     * @param consent which one
     * @param guardian their number
     */
    record GuardianNo(@Nullable String consent, @Nullable String guardian) {}
}
