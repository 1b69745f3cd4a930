package org.troth.events.confidential;

import java.util.EnumSet;
import java.util.Set;

/**
 * Every kind of personal words that Troth keeps, on one page. The label is part of the seal, so a value can never be
 * passed off as another kind; labels are never changed or used again.
 */
public enum Words {
    ACCOUNT_FACTOR("account.factor", DataClass.CREDENTIAL_DETAIL),
    ACCOUNT_NAME("account.name", DataClass.IDENTITY),
    ACCOUNT_PASSKEY("account.passkey", DataClass.CREDENTIAL_DETAIL),
    ACCOUNT_PASSWORD("account.password", DataClass.CREDENTIAL_DETAIL),
    BOUNDARY_WORDS("boundary.words", DataClass.NARRATIVE),
    CONFLICT_NAME("conflict.name", DataClass.NARRATIVE),
    DISCLOSURE_REASON("disclosure.reason", DataClass.AUDIT),
    ENCOUNTER_NOTE("encounter.note", DataClass.NARRATIVE),
    ENCOUNTER_REFLECTION("encounter.reflection", DataClass.WELLBEING),
    ENQUIRY_ANSWER("enquiry.answer", DataClass.NARRATIVE),
    ENQUIRY_WORDS("enquiry.words", DataClass.NARRATIVE),
    GOAL_WORDS("goal.words", DataClass.NARRATIVE),
    INTAKE_NOTE("intake.note", DataClass.NARRATIVE),
    OUTSIDE_ROLE_NOTE("outside-role.note", DataClass.NARRATIVE),
    PARTICIPANT_ACCESS("participant.access", DataClass.NARRATIVE),
    PARTICIPANT_CLASS("participant.class", DataClass.NARRATIVE),
    PARTICIPANT_CONTACT("participant.contact", DataClass.CONTACT),
    PARTICIPANT_CONTACT_ADVICE("participant.contact-advice", DataClass.CONTACT),
    PARTICIPANT_NAME("participant.name", DataClass.IDENTITY),
    PARTICIPANT_OTHER_PERSON("participant.other-person", DataClass.NARRATIVE),
    PLAN_SECTION("plan.section", DataClass.NARRATIVE, true),
    PLAN_STEP("plan.step", DataClass.NARRATIVE, true),
    REFERRAL_OUTCOME("referral.outcome", DataClass.NARRATIVE),
    REFERRAL_PACKET("referral.packet", DataClass.LEGAL),
    VOLUNTEER_CONTACT("volunteer.contact", DataClass.CONTACT),
    VOLUNTEER_LIVED_EXPERIENCE("volunteer.lived-experience", DataClass.LIVED_EXPERIENCE),
    VOLUNTEER_NAME("volunteer.name", DataClass.IDENTITY);

    private final String label;
    private final DataClass dataClass;
    private final boolean apart;

    Words(String label, DataClass dataClass) {
        this(label, dataClass, false);
    }

    Words(String label, DataClass dataClass, boolean apart) {
        this.label = label;
        this.dataClass = dataClass;
        this.apart = apart;
    }

    public String label() {
        return label;
    }

    public DataClass dataClass() {
        return dataClass;
    }

    /** Whether such words are never under the key of a person but under that of the one thing they belong to ({@link Sealer#sealApart}). */
    public boolean isApart() {
        return apart;
    }

    /** Every kind of words of these classes. */
    public static Set<Words> of(Set<DataClass> classes) {
        Set<Words> words = EnumSet.noneOf(Words.class);
        for (Words each : values()) {
            if (classes.contains(each.dataClass)) {
                words.add(each);
            }
        }
        return words;
    }
}
