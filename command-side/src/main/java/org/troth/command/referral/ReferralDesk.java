package org.troth.command.referral;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.AddedWords;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.What;
import org.troth.command.law.CodeList;
import org.troth.command.referral.ReferralRequest.NotAppropriate;
import org.troth.command.referral.ReferralRequest.ReferralOffer;
import org.troth.command.referral.ReferralRequest.ReferralResult;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.ServiceId;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Words;
import org.troth.events.directory.ServiceListing;
import org.troth.events.participant.Enrolment;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;
import org.troth.events.referral.ReferralEvent;
import org.troth.events.referral.ReferralEvent.ReferralOffered;

/** Takes in what is asked about referrals, except the release, which is {@link ReleaseDesk}'s. */
@Component
class ReferralDesk {

    private final Dispatch dispatch;
    private final Permits permits;
    private final Streams streams;
    private final Enrolment enrolment;
    private final ServiceListing services;
    private final Sealer sealer;
    private final AddedWords added;

    ReferralDesk(
            Dispatch dispatch,
            Permits permits,
            Streams streams,
            Enrolment enrolment,
            ServiceListing services,
            Sealer sealer,
            AddedWords added) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.streams = streams;
        this.enrolment = enrolment;
        this.services = services;
        this.sealer = sealer;
        this.added = added;
    }

    /** The answer is the new referral's identifier. */
    Outcome offer(Asked asked, ReferralOffer said) {
        String route = "POST /referrals";
        permits.coordinator(asked, route, null);
        Fields fields = new Fields();
        var participant = fields.id("participant", said.participant(), ParticipantId::new);
        var service = fields.id("service", said.service(), ServiceId::new);
        var need = fields.code("need", said.need(), CodeList.NEED);
        fields.check();
        permits.onRecord(participant.get(), ParticipantEvent.class);
        ReferralId id = new ReferralId(UUID.randomUUID());
        return act(asked, What.of(route, participant.get(), service.get(), need.get()), () -> {
            ServiceListing.Listing listing = services.of(service.get()).orElseThrow(ReferralRefused::notListed);
            Enrolment.Standing standing = enrolment.of(participant.get());
            return new Intent(
                    new OfferReferral(id, participant.get(), standing, listing, need.get()),
                    unit(asked).provided(listing.precondition()).provided(standing.precondition()),
                    id.toString());
        });
    }

    /** The answer is the identifier of the decision, under which it stands among the referrals. */
    Outcome judgeNotAppropriate(Asked asked, NotAppropriate said) {
        String route = "POST /referrals/not-appropriate";
        permits.coordinator(asked, route, null);
        Fields fields = new Fields();
        var participant = fields.id("participant", said.participant(), ParticipantId::new);
        var need = fields.code("need", said.need(), CodeList.NEED);
        var reason = fields.code("reason", said.reason(), CodeList.NOT_APPROPRIATE);
        fields.check();
        permits.onRecord(participant.get(), ParticipantEvent.class);
        ReferralId id = new ReferralId(UUID.randomUUID());
        return act(asked, What.of(route, participant.get(), need.get(), reason.get()), () -> {
            Enrolment.Standing standing = enrolment.of(participant.get());
            return new Intent(
                    new JudgeNotAppropriate(id, participant.get(), standing, need.get(), reason.get()),
                    unit(asked).provided(standing.precondition()),
                    id.toString());
        });
    }

    /** The participant may say no themselves. */
    Outcome decline(Asked asked, ReferralId id) {
        String route = "POST /referrals/{id}/declining";
        permits.selfOrCoordinator(asked, route, person(offered(id)));
        return act(
                asked,
                What.of(route, id),
                () -> new Intent(
                        new DeclineOffer(id), permits.asThemselves(asked, route, person(offered(id))), id.toString()));
    }

    Outcome noteAcceptance(Asked asked, ReferralId id) {
        return byCoordinator(asked, "POST /referrals/{id}/acceptance", id, new NoteAcceptance(id));
    }

    /** Why, if they said so. */
    Outcome noteNonAcceptance(Asked asked, ReferralId id, @Nullable String why) {
        String route = "POST /referrals/{id}/non-acceptance";
        forCoordinator(asked, route, id);
        String reason = null;
        if (why != null && !why.isBlank()) {
            Fields fields = new Fields();
            var code = fields.code("reason", why, CodeList.NON_ACCEPTANCE);
            fields.check();
            reason = code.get();
        }
        NoteNonAcceptance command = new NoteNonAcceptance(id, reason);
        return act(
                asked,
                reason == null ? What.of(route, id) : What.of(route, id, reason),
                () -> new Intent(command, unit(asked), id.toString()));
    }

    Outcome noteStart(Asked asked, ReferralId id) {
        return byCoordinator(asked, "POST /referrals/{id}/start", id, new NoteStart(id));
    }

    /** Asks for no consent. */
    Outcome close(Asked asked, ReferralId id) {
        return byCoordinator(asked, "POST /referrals/{id}/closing", id, new CloseReferral(id));
    }

    /** Asks for no consent; only words beside the outcome are refused to whoever wants none any more. */
    Outcome recordOutcome(Asked asked, ReferralId id, ReferralResult said) {
        String route = "POST /referrals/{id}/outcome";
        ReferralOffered offered = forCoordinator(asked, route, id);
        Fields fields = new Fields();
        var outcome = fields.choice("outcome", said.outcome(), ReferralEvent.Outcome.class);
        var words = fields.textIfAny("words", said.words(), 4000);
        fields.check();
        return act(
                asked,
                What.of(route, id, outcome.get(), words.orNull()),
                () -> new Intent(
                        new RecordOutcome(
                                id,
                                outcome.get(),
                                sealer.sealIfAny(
                                        Words.REFERRAL_OUTCOME,
                                        offered.participant().value(),
                                        words.orNull())),
                        added.mayBeAdded(unit(asked), offered.participant(), "words", words.orNull() != null),
                        id.toString()));
    }

    /** The offer that began it, for a coordinator. */
    ReferralOffered forCoordinator(Asked asked, String route, ReferralId id) {
        ReferralOffered offered = offered(id);
        permits.coordinator(asked, route, person(offered));
        if (offered == null) {
            throw new NotOnRecord();
        }
        return offered;
    }

    void mayOpenOfferForm(Asked asked, ParticipantId participant) {
        mayOpenForm(asked, "GET /referrals/new", participant);
    }

    void mayOpenJudgementForm(Asked asked, ParticipantId participant) {
        mayOpenForm(asked, "GET /referrals/not-appropriate", participant);
    }

    private void mayOpenForm(Asked asked, String route, ParticipantId participant) {
        permits.coordinator(asked, route, participant.value());
        permits.onRecord(participant, ParticipantEvent.class);
    }

    /** The name of a listed service; absent when there is none. */
    @Nullable
    String serviceName(@Nullable String service) {
        try {
            return service == null
                    ? null
                    : services.of(Permits.named(service, ServiceId::new))
                            .map(ServiceListing.Listing::name)
                            .orElse(null);
        } catch (NotOnRecord unknown) {
            // The form says so at its field when it is sent.
            return null;
        }
    }

    private Outcome byCoordinator(Asked asked, String route, ReferralId id, Object command) {
        permits.coordinator(asked, route, person(offered(id)));
        return act(asked, What.of(route, id), () -> new Intent(command, unit(asked), id.toString()));
    }

    private @Nullable ReferralOffered offered(ReferralId id) {
        for (RecordedFact each : streams.read(id.toString(), 0)) {
            if (each.fact() instanceof ReferralOffered offered) {
                return offered;
            }
        }
        return null;
    }

    private static @Nullable UUID person(@Nullable ReferralOffered offered) {
        return offered == null ? null : offered.participant().value();
    }

    private Outcome act(Asked asked, String what, Supplier<Intent> intent) {
        return dispatch.act(asked.actor(), asked.request(), asked.key(), what, intent);
    }

    private static Unit unit(Asked asked) {
        return new Unit(asked.actor(), asked.request());
    }
}
