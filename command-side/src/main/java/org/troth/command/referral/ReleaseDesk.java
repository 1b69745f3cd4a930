package org.troth.command.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.What;
import org.troth.command.referral.Drafting.Draft;
import org.troth.command.referral.ReferralRequest.PacketRelease;
import org.troth.command.referral.ReferralRequest.ReleasePreview;
import org.troth.command.referral.SharingConsents.Candidate;
import org.troth.events.ConsentId;
import org.troth.events.ReferralId;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Words;
import org.troth.events.consent.ConsentInForce;
import org.troth.events.consent.ConsentInForce.Answer;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.directory.AgencyListing;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.recording.Unit;
import org.troth.events.referral.ReferralEvent.ReferralOffered;

/**
 * Shows exactly what would leave, and lets exactly that leave: the consent is asked of its stream, and both it and the
 * participant's record must be unchanged when the release is recorded. A refused release is on the record too.
 */
@Component
class ReleaseDesk {

    private static final String PREVIEW = "GET /referrals/{id}/release";

    private final ReferralDesk referrals;
    private final Drafting drafting;
    private final SharingConsents candidates;
    private final ConsentInForce consents;
    private final AgencyListing agencies;
    private final RedisclosureNotice notice;
    private final Dispatch dispatch;
    private final Permits permits;
    private final Sealer sealer;
    private final Clock clock;

    ReleaseDesk(
            ReferralDesk referrals,
            Drafting drafting,
            SharingConsents candidates,
            ConsentInForce consents,
            AgencyListing agencies,
            RedisclosureNotice notice,
            Dispatch dispatch,
            Permits permits,
            Sealer sealer,
            Clock clock) {
        this.referrals = referrals;
        this.drafting = drafting;
        this.candidates = candidates;
        this.consents = consents;
        this.agencies = agencies;
        this.notice = notice;
        this.dispatch = dispatch;
        this.permits = permits;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * What would leave. Without a consent, the newest one in force for this agency is taken; without classes, all that it
     * was asked for; without ways, every safe one.
     */
    ReleasePreview preview(
            Asked asked,
            PurposeOfUse purpose,
            ReferralId id,
            @Nullable String consentText,
            @Nullable List<String> classNames,
            @Nullable List<String> wayNames) {
        String route = PREVIEW;
        ReferralOffered offered = referrals.forCoordinator(asked, route, id);
        Fields fields = new Fields();
        var named = fields.idIfAny("consent", consentText, ConsentId::new);
        var classes = fields.choices("classes", classNames, DataClass.class);
        var ways = fields.choices("ways", wayNames, ContactChannel.class);
        fields.check();
        return permits.recordingRefusals(asked, route, offered.participant().value(), () -> {
            Candidate chosen = chosen(offered, named.orNull(), setIfAny(classNames, classes.get()));
            Draft draft = drafting.draft(offered, chosen.classes());
            List<String> safeWays = names(draft.packet().ways());
            draft.packet().keepWays(setIfAny(wayNames, ways.get()));
            return new ReleasePreview(
                    id.toString(),
                    offered.agency().toString(),
                    agencies.of(offered.agency())
                            .map(AgencyListing.Listing::name)
                            .orElseThrow(ReferralRefused::notListed),
                    drafting.serviceName(offered),
                    chosen.consent().toString(),
                    names(chosen.classes()),
                    names(draft.packet().ways()),
                    names(consents.classesOf(chosen.consent())),
                    safeWays,
                    drafting.write(draft, chosen.consent(), asked, purpose, route),
                    notice.text(),
                    draft.record().lastSequence());
        });
    }

    /** Among what can be chosen, where what was chosen cannot leave; the ways are told only where they were asked for. */
    Choosable choosable(ReferralOffered offered, @Nullable String consentText, @Nullable List<String> classNames) {
        Fields fields = new Fields();
        var named = fields.idIfAny("consent", consentText, ConsentId::new);
        var classes = fields.choices("classes", classNames, DataClass.class);
        fields.check();
        Candidate all = chosen(offered, named.orNull(), null);
        boolean contact = classNames == null || classes.get().contains(DataClass.CONTACT);
        return new Choosable(
                all.consent().toString(),
                names(all.classes()),
                contact ? names(drafting.safeWays(offered, all.classes())) : List.of());
    }

    /** The classes that a consent covers, and the ways that are safe. */
    record Choosable(String consent, List<String> agreed, List<String> safeWays) {}

    /** Puts it on the record that the reason why nothing may leave is shown. */
    void tellWhyNot(Asked asked, PurposeOfUse purpose, ReferralOffered offered) {
        permits.show(
                asked,
                purpose,
                PREVIEW,
                SubjectKind.PARTICIPANT,
                offered.participant().value(),
                null);
    }

    Outcome release(Asked asked, PurposeOfUse purpose, ReferralId id, PacketRelease said) {
        String route = "POST /referrals/{id}/release";
        ReferralOffered offered = referrals.forCoordinator(asked, route, id);
        Fields fields = new Fields();
        var consent = fields.id("consent", said.consent(), ConsentId::new);
        var classes = fields.choices("classes", said.classes(), DataClass.class);
        var ways = fields.choices("ways", said.ways(), ContactChannel.class);
        var previewed = fields.number("previewed", said.previewed(), 0, Integer.MAX_VALUE);
        fields.check();
        return permits.recordingRefusals(
                asked,
                route,
                offered.participant().value(),
                () -> dispatch.act(
                        asked.actor(),
                        asked.request(),
                        asked.key(),
                        What.of(
                                route,
                                id,
                                consent.get(),
                                names(classes.get()),
                                said.ways() == null ? null : names(ways.get()),
                                previewed.get()),
                        () -> leaving(
                                asked,
                                purpose,
                                route,
                                offered,
                                consent.get(),
                                setIfAny(said.classes(), classes.get()),
                                setIfAny(said.ways(), ways.get()),
                                previewed.get())));
    }

    private Intent leaving(
            Asked asked,
            PurposeOfUse purpose,
            String route,
            ReferralOffered offered,
            ConsentId consent,
            @Nullable Set<DataClass> named,
            @Nullable Set<ContactChannel> ways,
            int previewed) {
        Set<DataClass> classes = chosenClasses(consent, named);
        Answer answer = covers(offered, consent, classes);
        if (answer.whyNot() != null) {
            throw ReferralRefused.consentNotInForce(answer.whyNot());
        }
        Draft draft = drafting.draft(offered, classes);
        if (draft.record().lastSequence() != previewed) {
            throw ReferralRefused.changedSincePreview();
        }
        draft.packet().keepWays(ways);
        String packet = drafting.write(draft, consent, asked, purpose, route);
        Unit unit = new Unit(asked.actor(), asked.request())
                .provided(answer.preconditions())
                .provided(draft.record());
        draft.beside().forEach(unit::provided);
        return new Intent(
                new ReleasePacket(
                        offered.referral(),
                        answer,
                        classes,
                        sealer.seal(Words.REFERRAL_PACKET, offered.participant().value(), packet),
                        notice.notice()),
                unit,
                offered.referral().toString());
    }

    /** The consent to preview with, which is in force. */
    private Candidate chosen(ReferralOffered offered, @Nullable ConsentId named, @Nullable Set<DataClass> wanted) {
        if (named != null) {
            Set<DataClass> classes = chosenClasses(named, wanted);
            String whyNot = covers(offered, named, classes).whyNot();
            if (whyNot != null) {
                throw ReferralRefused.consentNotInForce(whyNot);
            }
            return new Candidate(named, classes);
        }
        for (Candidate each : candidates.of(offered.participant(), offered.agency())) {
            Set<DataClass> classes = wanted == null ? each.classes() : atLeastOne(wanted);
            if (covers(offered, each.consent(), classes).inForce()) {
                return new Candidate(each.consent(), classes);
            }
        }
        throw ReferralRefused.noConsent();
    }

    private Set<DataClass> chosenClasses(ConsentId consent, @Nullable Set<DataClass> named) {
        return named == null ? consents.classesOf(consent) : atLeastOne(named);
    }

    private static Set<DataClass> atLeastOne(Set<DataClass> named) {
        if (named.isEmpty()) {
            throw ReferralRefused.classesNeeded();
        }
        return named;
    }

    /** None named is another thing than nothing said. */
    private static <T> @Nullable Set<T> setIfAny(@Nullable List<String> said, List<T> read) {
        return said == null ? null : Set.copyOf(read);
    }

    private Answer covers(ReferralOffered offered, ConsentId consent, Set<DataClass> classes) {
        return consents.covers(
                consent,
                offered.participant(),
                Purpose.SHARING,
                Recipient.agency(offered.agency()),
                classes,
                LocalDate.now(clock));
    }

    private static <E extends Enum<E>> List<String> names(Collection<E> constants) {
        return new TreeSet<>(constants).stream().map(Enum::name).toList();
    }
}
