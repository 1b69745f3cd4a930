package org.troth.query.overview;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.query.reading.Plain;

/**
 * Makes a plain sentence of a line of the chronicle. {@code {code}} and {@code {day}} stand for its code and day,
 * {@code {side}} for the side of a match that acted.
 */
@Component
class Sentences {

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("enquiry-received", "Asked for help with {code}."),
            Map.entry("receipt-given", "Was given a code to come back with."),
            Map.entry("enquiry-words-added", "Wrote something more."),
            Map.entry("enquiry-answered", "An answer was left for whoever holds the code."),
            Map.entry("enquiry-withdrawn", "Took the enquiry back."),
            Map.entry("enquiry-recognised", "Showed the code: the enquiry is theirs."),
            Map.entry("intake-completed", "The intake was done: {code}."),
            Map.entry("suitability-assessed", "It was weighed whether this is the right help: {code}."),
            Map.entry("waiting-list-joined", "Waits for somebody: {code}."),
            Map.entry("participant-enrolled", "Was enrolled."),
            Map.entry("enquiry-closed", "The enquiry was closed: {code}."),
            Map.entry("case-closed", "Support ended: {code}."),
            Map.entry("case-reopened", "Support began again."),
            Map.entry("follow-up-chosen", "Wishes to be asked once after the end, from {day}, by {code}."),
            Map.entry("follow-up-dropped", "Is not to be asked after the end."),
            Map.entry("follow-up-made", "Was asked how they are: {code}."),
            Map.entry("first-telling-heard", "Told something for the first time."),
            Map.entry("first-telling-step-taken", "What they wished to be done next was done."),
            Map.entry("other-person-named", "Somebody beside them was named."),
            Map.entry("other-person-taken-out", "Somebody beside them is not named any more."),
            Map.entry("minority-noted", "It was noted that they are not of age."),
            Map.entry("minority-note-taken-back", "That they are not of age had been noted by mistake."),
            Map.entry("guardian-recognised", "It was checked that somebody may say yes beside them."),
            Map.entry("guardian-standing-ended", "Somebody may not say yes beside them any more."),
            Map.entry("deciding-alone-begun", "Decides alone about what helps them."),
            Map.entry("deciding-alone-ended", "Does not decide alone any more."),
            Map.entry("guardian-agreed", "A guardian said yes beside them."),
            Map.entry("guardian-objected", "A guardian said no."),
            Map.entry("came-of-age", "Came of age. What a guardian had said yes to has ended."),
            Map.entry("erasure-requested", "Asked to be forgotten, to be answered by {day}."),
            Map.entry(
                    "erasure-noted-by-mistake", "It had been noted by mistake that they ask to be forgotten: {code}."),
            Map.entry("erasure-request-taken-back", "No longer asks to be forgotten."),
            Map.entry("merge-proposed", "Somebody thinks that another record is of the same person: {code}."),
            Map.entry("merge-dropped", "It is not thought any more that another record is of the same person."),
            Map.entry("persons-merged", "Another record was found to be of the same person: {code}."),
            Map.entry("merge-undone", "The other record is of another person after all."),
            Map.entry("safe-contact-chosen", "Chose a safe way to be reached: {code}."),
            Map.entry("contact-marked-unsafe", "From here on nothing may go by {code}."),
            Map.entry("participant-availability-stated", "Said when in the week they have time."),
            Map.entry("volunteer-registered", "A volunteer was registered."),
            Map.entry("volunteer-qualified-until", "A volunteer was qualified until {day}."),
            Map.entry("volunteer-capacity-changed", "A volunteer now walks beside {code} at most."),
            Map.entry("volunteer-availability-stated", "A volunteer said when in the week they have time."),
            Map.entry("consent-asked", "Was asked for consent: {code}."),
            Map.entry("consent-renewal-asked", "The question asks for an earlier consent anew."),
            Map.entry("consent-talked-through", "A question of consent was talked through: {code}."),
            Map.entry("consent-understood", "Answered the questions about a text of consent."),
            Map.entry("consent-given", "Gave consent."),
            Map.entry("consent-declined", "Said no to the question of consent."),
            Map.entry("consent-withdrawn", "Took consent back."),
            Map.entry("consent-expired", "A consent ended by its date, {day}."),
            Map.entry("match-requested", "Asked for somebody to walk beside them."),
            Map.entry("match-proposed", "A volunteer was proposed to both."),
            Map.entry("match-accepted", "The {side} accepted the proposal."),
            Map.entry("match-declined", "The proposal was declined; another can be made."),
            Map.entry("proposal-taken-back", "The proposal was taken back: not suitable. Another can be made."),
            Map.entry("conflict-name-stated", "A name was put on somebody's own list of whom to keep away from."),
            Map.entry("conflict-name-taken-back", "A name was taken from somebody's own list."),
            Map.entry("match-started", "Both accepted: the match began."),
            Map.entry("change-asked", "A change was asked for, to be arranged by {day}."),
            Map.entry("second-contact-asked", "A change was asked of the second contact, to be arranged by {day}."),
            Map.entry("wish-apart-taken-back", "Somebody no longer minds being proposed to the other again."),
            Map.entry("change-overdue", "A change was not arranged by {day}; the second contact sees to it, too."),
            Map.entry("match-ended", "The match ended: {code}."),
            Map.entry("match-request-closed", "Nobody is looked for any more."),
            Map.entry("boundary-set", "The {side} set a boundary: {code}."),
            Map.entry("boundary-changed", "The {side} changed a boundary: {code}."),
            Map.entry("boundary-declined", "No was said to a request."),
            Map.entry("request-declined", "No was said to a request."),
            Map.entry("boundary-lifted", "The {side} lifted a boundary."),
            Map.entry("charter-acknowledged", "The {side} read the charter of the role: {code}."),
            Map.entry("outside-role-said", "Something was asked that lies outside the role: {code}."),
            Map.entry("outside-role-decided", "Whether to refer was decided: {code}."),
            Map.entry("encounter-logged", "A meeting of {day} was logged: {code}."),
            Map.entry("encounter-corrected", "A meeting of {day} was corrected: {code}."),
            Map.entry("encounter-presence-noted", "Who else was at the meeting of {day}: {code}."),
            Map.entry("encounter-sheets-given", "Information sheets were given at the meeting of {day}."),
            Map.entry("sheet-published", "An information sheet was published: {code}."),
            Map.entry("sheet-reviewed", "An information sheet was reviewed anew, until {day}."),
            Map.entry("sheet-taken-back", "An information sheet was taken back."),
            Map.entry("presence-asked", "It was asked who else may come to the meeting of {day}: {code}."),
            Map.entry("presence-agreed", "Said yes to somebody else at a meeting."),
            Map.entry("presence-declined", "Nobody else comes to a meeting."),
            Map.entry("goal-set", "Set a goal of their own."),
            Map.entry("goal-reworded", "Put a goal in other words."),
            Map.entry("goal-rated", "Said how far they are with a goal."),
            Map.entry("goal-reached", "Reached a goal, as they say."),
            Map.entry("goal-let-go", "Let a goal go."),
            Map.entry("goal-taken-up-again", "Took a goal up again."),
            Map.entry("goal-shown", "Showed a goal to whoever walks beside them."),
            Map.entry("goal-shown-no-more", "Shows a goal to nobody any more."),
            Map.entry("referral-offered", "A service was offered for {code}."),
            Map.entry("referral-judged-not-appropriate", "A referral was thought of and is not right now: {code}."),
            Map.entry("referral-offer-declined", "The offer of a service was declined."),
            Map.entry("referral-sent", "A referral was sent, with a notice against passing it on."),
            Map.entry("agency-opening-made", "A link and a code were made for the agency, to open it once."),
            Map.entry("agency-sitting-begun", "The agency came with the link and the code."),
            Map.entry("non-acceptance-explained", "The agency said why it cannot help: {code}."),
            Map.entry("referral-started", "The agency has begun."),
            Map.entry("referral-unanswered", "The agency did not answer by {day}."),
            Map.entry("referral-accepted", "The agency accepted the referral."),
            Map.entry("referral-not-accepted", "The agency could not accept the referral."),
            Map.entry("referral-outcome-recorded", "What came of the referral: {code}."),
            Map.entry("referral-recalled", "The referral was recalled, since its consent was taken back."),
            Map.entry("recall-notice-given", "The agency was told on {day} that the consent was taken back: {code}."),
            Map.entry("referral-closed", "The referral was closed."),
            Map.entry("message-queued", "A message was due: {code}."),
            Map.entry("message-leaving", "A message was about to leave by {code}."),
            Map.entry("message-left", "A message left."),
            Map.entry("message-not-taken", "A message was not taken, and is tried again."),
            Map.entry("message-given-up", "A message did not leave: {code}."),
            Map.entry("message-unaccounted", "Nobody knows whether a message left. It is not sent again."),
            Map.entry("message-withheld", "A message was kept back: {code}."),
            Map.entry("account-invited", "Somebody was invited to open an account."),
            Map.entry("role-given", "An account was given the role {code}."),
            Map.entry("role-taken", "The role {code} was taken from an account."),
            Map.entry("password-chosen", "The holder of an account chose a password."),
            Map.entry("password-reset", "An account was reset."),
            Map.entry("token-issued", "A token was issued for an account."),
            Map.entry("token-revoked", "A token of an account was revoked."),
            Map.entry("factor-enrolled", "The holder of an account set up a second step for signing in."),
            Map.entry("factor-removed", "An account has no second step for signing in any more."),
            Map.entry("recovery-codes-issued", "Recovery codes were issued for an account."),
            Map.entry("recovery-code-used", "Somebody signed in with a recovery code."),
            Map.entry("account-locked", "An account was locked."),
            Map.entry("account-unlocked", "An account was unlocked."),
            Map.entry("account-left", "An account was closed for good."),
            Map.entry("agency-listed", "An organisation was listed in the directory."),
            Map.entry(
                    "directory-record-listed", "A record that services refer to was listed in the directory: {code}."),
            Map.entry("service-listed", "A service was listed in the directory: {code}."),
            Map.entry("directory-imported", "A directory was imported: {code}."),
            Map.entry("record-disclosed", "Somebody's words were shown; ground: {code}."),
            Map.entry("people-searched", "Names were searched: {code}."),
            Map.entry("log-read", "The log of looks was read."),
            Map.entry("look-refused", "An attempt was refused: {code}."),
            Map.entry("key-created", "A key was made: {code}."),
            Map.entry("key-destroyed", "Keys were destroyed for ever: {code}."),
            Map.entry("ledger-opened", "The record was opened: {code}."),
            Map.entry("system-key-rotated", "A key of the record was changed: {code}."),
            Map.entry("views-rebuilt", "The views were rebuilt from the record."));

    private final Plain plain;

    Sentences(Plain plain) {
        this.plain = plain;
    }

    /** Throws for a kind that no sentence was written for: a fact nobody can read is a fault. */
    String of(String kind, @Nullable String code, @Nullable String side, @Nullable LocalDate day) {
        String sentence = SENTENCES.get(kind);
        if (sentence == null) {
            throw new IllegalStateException("no sentence for " + kind);
        }
        return sentence.replace("{code}", plain.lower(code))
                .replace("{side}", plain.lower(side))
                .replace("{day}", plain.day(day));
    }
}
