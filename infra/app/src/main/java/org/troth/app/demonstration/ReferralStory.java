package org.troth.app.demonstration;

import java.util.List;
import java.util.Map;
import org.troth.app.demonstration.Programme.Listing;

/** One referral: offered, wanted or not, sent on a consent, taken on or not, ended, or recalled when the consent ends. */
final class ReferralStory {

    private final Programme programme;
    private final ParticipantStory participant;
    private String id = "";

    ReferralStory(Programme programme, ParticipantStory participant) {
        this.programme = programme;
        this.participant = participant;
    }

    void offer() {
        Listing listing = programme.oneOf(programme.services());
        id = programme
                .post(
                        "referrals",
                        Map.of(
                                "participant", participant.id(),
                                "service", listing.service(),
                                "need", listing.need()))
                .id();
        if (programme.chance(12)) {
            programme.within(0, 5, () -> programme.post("referrals/" + id + "/declining"));
        } else if (programme.chance(94)) {
            programme.within(0, 6, () -> release(listing));
        }
    }

    private void release(Listing listing) {
        String consent = participant.consentToShare(listing.agency());
        programme.release(id, consent);
        if (programme.chance(9)) {
            // Taken back while the agency is at work: what then follows is the product's own reaction.
            programme.within(1, 20, () -> {
                programme.post("consents/" + consent + "/withdrawal");
                if (programme.chance(70)) {
                    programme.within(
                            1,
                            4,
                            () -> programme.postSoon(
                                    "referrals/" + id + "/recall-notice",
                                    Map.of(
                                            "medium",
                                            "letter",
                                            "day",
                                            programme.today().toString())));
                }
                programme.within(5, 15, () -> programme.post("referrals/" + id + "/closing"));
            });
            return;
        }
        programme.within(1, 9, () -> answer());
    }

    private void answer() {
        if (!programme.chance(84)) {
            programme.post("referrals/" + id + "/non-acceptance");
            programme.within(1, 9, () -> programme.post("referrals/" + id + "/closing"));
            return;
        }
        programme.post("referrals/" + id + "/acceptance");
        programme.within(10, 70, this::outcome);
    }

    private void outcome() {
        String outcome =
                programme.oneOf(List.of("HELPED", "HELPED", "PARTLY_HELPED", "NOT_HELPED", "NO_OUTCOME_KNOWN"));
        programme.post(
                "referrals/" + id + "/outcome",
                outcome.equals("NO_OUTCOME_KNOWN") || participant.tookSupportBack()
                        ? Map.of("outcome", outcome)
                        : Map.of(
                                "outcome", outcome, "words", "They were met within two weeks and knew what to bring."));
        programme.within(1, 12, () -> programme.post("referrals/" + id + "/closing"));
    }
}
