package org.troth.command.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.troth.events.Law;

/**
 * The rules every programme starts with: pack {@code troth-base}, version 1. Their sentences stand in
 * {@code law/troth-base-1.md}, and a published version is never edited: a changed rule is a new version.
 */
public final class HouseLaw {

    private static final String PACK = "troth-base";
    private static final int VERSION = 1;

    public static final Law ENQUIRY_RECOGNITION = rule("enquiry-1");
    public static final Law ENROLMENT = rule("enrolment-1");
    public static final Law TRIAGE_SUITABILITY = rule("triage-1");
    public static final Law TRIAGE_WAITING = rule("triage-2");
    public static final Law CASE_CLOSING = rule("closure-1");
    public static final Law CASE_REOPENING = rule("closure-2");
    public static final Law FOLLOW_UP = rule("closure-3");
    public static final Law FIRST_TELLING = rule("telling-1");
    public static final Law OTHERS_NAMING = rule("others-1");
    public static final Law INTAKE_CORRECTION = rule("correction-1");
    public static final Law VOLUNTEER_QUALIFICATION = rule("volunteer-1");
    public static final Law VOLUNTEER_CORRECTION = rule("volunteer-2");
    public static final Law CONSENT_GIVING = rule("consent-1");
    public static final Law CONSENT_COVERAGE = rule("consent-2");
    public static final Law CONSENT_EXPIRY = rule("consent-3");
    public static final Law CONSENT_WITHDRAWAL = rule("consent-4");
    public static final Law CONSENT_UNDERSTANDING = rule("consent-5");
    public static final Law CONSENT_RENEWAL = rule("consent-6");
    public static final Law CONSENT_TERM = rule("consent-7");
    public static final Law YOUTH_MINORITY = rule("youth-1");
    public static final Law YOUTH_GUARDIAN = rule("youth-2");
    public static final Law YOUTH_BOTH = rule("youth-3");
    public static final Law YOUTH_ALONE = rule("youth-4");
    public static final Law YOUTH_OF_AGE = rule("youth-5");
    public static final Law MATCH_PROPOSAL = rule("matching-1");
    public static final Law MATCH_START = rule("matching-2");
    public static final Law MATCH_CHANGE = rule("matching-3");
    public static final Law MATCH_CHANGE_OVERDUE = rule("matching-4");
    public static final Law MATCH_SECOND_CONTACT = rule("matching-5");
    public static final Law MATCH_APART = rule("matching-6");
    public static final Law MATCH_CONFLICT = rule("matching-7");
    public static final Law MATCH_TAKEN_BACK = rule("matching-8");
    public static final Law MATCH_WITHOUT_RECORD = rule("matching-9");
    public static final Law NO = rule("matching-10");
    public static final Law CONFLICT_NAMES = rule("conflict-1");
    public static final Law CHARTER_ACKNOWLEDGEMENT = rule("charter-1");
    public static final Law CHARTER_OUTSIDE = rule("charter-2");
    public static final Law CHARTER_DECIDING = rule("charter-3");
    public static final Law REFERRAL_RELEASE = rule("referral-1");
    public static final Law REFERRAL_RECALL = rule("referral-2");
    public static final Law REFERRAL_OPENING = rule("referral-3");
    public static final Law REFERRAL_UNANSWERED = rule("referral-4");
    public static final Law REFERRAL_JUDGEMENT = rule("referral-5");
    public static final Law ENCOUNTER_LOGGING = rule("encounter-1");
    public static final Law ENCOUNTER_LATENESS = rule("encounter-2");
    public static final Law ENCOUNTER_QUALIFICATION = rule("encounter-3");
    public static final Law ENCOUNTER_ATTESTATION = rule("encounter-4");
    public static final Law ENCOUNTER_CORRECTION = rule("encounter-5");
    public static final Law ENCOUNTER_PRESENCE = rule("encounter-6");
    public static final Law ENCOUNTER_SHEETS = rule("encounter-7");
    public static final Law ENCOUNTER_APPROVAL = rule("encounter-8");
    public static final Law SHEET_PUBLISHING = rule("sheet-1");
    public static final Law SHEET_REVIEW = rule("sheet-2");
    public static final Law PRESENCE_ASKING = rule("presence-1");
    public static final Law PRESENCE_AGREEING = rule("presence-2");
    public static final Law PRESENCE_AHEAD = rule("presence-3");
    public static final Law GOAL_SETTING = rule("goal-1");
    public static final Law GOAL_RATING = rule("goal-2");
    public static final Law GOAL_SHOWING = rule("goal-3");
    public static final Law PLAN_OPENING = rule("plan-1");
    public static final Law PLAN_WRITING = rule("plan-2");
    public static final Law PLAN_SHOWING = rule("plan-3");
    public static final Law PLAN_CLOSING = rule("plan-4");
    public static final Law MESSAGE_LEAVING = rule("message-1");
    public static final Law MESSAGE_WITHHOLDING = rule("message-2");
    public static final Law LOOKING = rule("disclosure-1");
    public static final Law ERASURE_ASKING = rule("erasure-1");
    public static final Law ERASURE_MISTAKE = rule("erasure-2");
    public static final Law MERGING = rule("merging-1");
    public static final Law MERGE_UNDOING = rule("merging-2");
    public static final Law PROGRAMME_CODES = rule("programme-1");
    public static final Law INTAKE_ACCESS = rule("intake-1");

    /** Within how many days a change that was asked for must be arranged (rule matching-3). */
    public static final int CHANGE_DAYS = 14;

    /** From how many days before its last day on a consent may be asked for again (rule consent-6). */
    public static final int RENEWAL_DAYS = 14;

    /** For how many days after the day it was asked for a consent to pass something on holds at most (rule consent-7). */
    public static final int SHARING_DAYS = 365;

    /** Within how many years whoever is not of age comes of age, wherever they live (rule youth-1). */
    public static final int MOST_YEARS_TO_AGE = 21;

    /** Within how many days the day lies from which somebody may be asked how they are (rule closure-3). */
    public static final int FOLLOW_UP_DAYS = 366;

    /** Within how many days the meeting lies for which somebody else's presence is asked (rule presence-3). */
    public static final int PRESENCE_DAYS = 90;

    /** How long an agency's opening may wait to be used (rule referral-3). */
    public static final Duration OPENING_LASTS = Duration.ofDays(7);

    /** How long an agency may sit over what was sent to it, once it began (rule referral-3). */
    public static final Duration SITTING_LASTS = Duration.ofMinutes(30);

    /** Within how many days an agency is to answer (rule referral-4). */
    public static final int ANSWER_DAYS = 10;

    /** Within which time whoever asks to be forgotten is answered (rule erasure-1; GDPR Art. 12(3): one month). */
    public static final Period ERASURE_ANSWER = Period.ofMonths(1);

    /** For how many years a review of an information sheet holds at most (rule sheet-2). */
    public static final int REVIEW_YEARS = 2;

    /** How long after it began a meeting may be entered without being marked as late (rule encounter-2). */
    public static final Duration IN_TIME = Duration.ofHours(72);

    /** The number that says that a goal is reached, where 0 says that nothing of it is there yet (rule goal-2). */
    public static final int GOAL_TOP = 10;

    private static final Map<String, String> SENTENCES = read("/law/troth-base-1.md");

    private HouseLaw() {}

    /** The last day on which the answer to what was sent on this day is in time (rule referral-4). */
    public static LocalDate answerDueBy(LocalDate sent) {
        return sent.plusDays(ANSWER_DAYS);
    }

    /** The last day on which a consent to pass something on may hold that is asked for on this day (rule consent-7). */
    public static LocalDate sharingLastsUntil(LocalDate asked) {
        return asked.plusDays(SHARING_DAYS);
    }

    private static Law rule(String number) {
        return new Law(PACK, VERSION, number);
    }

    /** The sentence of a rule of this pack and version; empty for any other. */
    public static Optional<String> sentence(Law law) {
        return law.pack().equals(PACK) && law.version() == VERSION
                ? Optional.ofNullable(SENTENCES.get(law.rule()))
                : Optional.empty();
    }

    /** Every rule of the pack by its number, in the order of the text. */
    public static Map<String, String> sentences() {
        return SENTENCES;
    }

    private static Map<String, String> read(String resource) {
        Map<String, String> sentences = new LinkedHashMap<>();
        String number = "";
        for (String line : text(resource).lines().toList()) {
            if (line.startsWith("## ")) {
                number = line.substring(3).strip();
            } else if (!line.isBlank() && !number.isEmpty()) {
                sentences.merge(number, line.strip(), (said, more) -> said + " " + more);
            }
        }
        return Collections.unmodifiableMap(sentences);
    }

    /** A text of the law, as it stands in the jar. */
    static String text(String resource) {
        try {
            return new ClassPathResource(resource, HouseLaw.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the law is missing from the jar", e);
        }
    }
}
