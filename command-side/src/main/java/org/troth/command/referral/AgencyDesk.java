package org.troth.command.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.KeyReused;
import org.troth.command.dispatch.What;
import org.troth.command.law.CodeList;
import org.troth.command.referral.AgencyRequest.CannotHelp;
import org.troth.command.referral.AgencyRequest.Lying;
import org.troth.command.referral.AgencyRequest.Opening;
import org.troth.command.referral.AgencyRequest.Result;
import org.troth.command.referral.AgencyRequest.Sitting;
import org.troth.events.confidential.Codes;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.Opener;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Tags;
import org.troth.events.confidential.Words;
import org.troth.events.consent.ConsentInForce;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.disclosure.Disclosing;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.recording.Claim;
import org.troth.events.recording.ClaimTaken;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.Unit;
import org.troth.events.referral.ReferralEvent;

/** Lets an agency open what was sent to it, and answer, in one sitting and on the consent that holds at that moment. */
@Component
final class AgencyDesk {

    private static final String OPENING = "POST /deliveries/opening";

    private final Dispatch dispatch;
    private final RecordedPackets packets;
    private final ConsentInForce consents;
    private final AgencyDoor door;
    private final Disclosing disclosing;
    private final Sealer sealer;
    private final Opener opener;
    private final Tags tags;
    private final Codes codes;
    private final Clock clock;

    AgencyDesk(
            Dispatch dispatch,
            RecordedPackets packets,
            ConsentInForce consents,
            AgencyDoor door,
            Disclosing disclosing,
            Sealer sealer,
            Opener opener,
            Tags tags,
            Codes codes,
            Clock clock) {
        this.dispatch = dispatch;
        this.packets = packets;
        this.consents = consents;
        this.door = door;
        this.disclosing = disclosing;
        this.sealer = sealer;
        this.opener = opener;
        this.tags = tags;
        this.codes = codes;
        this.clock = clock;
    }

    /** Who asks: no account, only a request from somewhere. The address is counted in memory and never kept. */
    record Caller(UUID request, @Nullable String key, String address) {
        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    /** For the page that asks for the link and the code: what tells its request apart from any other. */
    String nextSitting() {
        return codes.next();
    }

    /** The packet, for whoever holds the link and the code: begins their one sitting, and shows it. */
    Lying open(Caller caller, Opening said) {
        Fields fields = new Fields();
        var link = fields.line("link", said.link(), 400);
        var code = fields.line("code", said.code(), 100);
        fields.check();
        door.count(caller);
        AgencyKey key = AgencyKey.typed(link.get(), code.get());
        SittingKey sitting = SittingKey.of(key, said.sitting(), tags, codes);
        Claim claim = key.claim(tags);
        return door.admitted(caller, OPENING, claim, handed -> {
            if (packets.heldBy(sitting.claim(tags)).isEmpty()) {
                beginOnce(caller, claim, key.number(), sitting);
            }
            return lay(caller, OPENING, sitting);
        });
    }

    /** The same request may come twice at once: then the sitting that the other one began is this one's, too. */
    private void beginOnce(Caller caller, Claim claim, int number, SittingKey sitting) {
        try {
            begin(caller, claim, number, sitting);
        } catch (Overtaken | ClaimTaken | ReferralRefused meanwhile) {
            if (packets.heldBy(sitting.claim(tags)).isEmpty()) {
                throw meanwhile;
            }
        }
    }

    private void begin(Caller caller, Claim claim, int number, SittingKey sitting) {
        Handed before = packets.heldBy(claim).orElseThrow(ReferralRefused::opensNothing);
        dispatch.act(before.agency(), caller.request(), null, What.of(OPENING, before.referral(), number), () -> {
            Handed handed = packets.heldBy(claim).orElseThrow(ReferralRefused::opensNothing);
            ConsentInForce.Answer consent = consent(handed);
            return new Intent(
                    new BeginAgencySitting(handed.referral(), number, consent),
                    new Unit(handed.agency(), caller.request())
                            .provided(consent.preconditions())
                            .provided(packets.supported(handed.participant()))
                            .provided(packets.stillSafe(handed))
                            .taking(sitting.claim(tags)));
        });
    }

    /** The packet once more, within the sitting. */
    Lying read(Caller caller, Sitting said) {
        String route = "POST /deliveries/reading";
        SittingKey sitting = shown(caller, said.sitting());
        return door.admitted(caller, route, sitting.claim(tags), handed -> lay(caller, route, sitting));
    }

    void accept(Caller caller, Sitting said) {
        String route = "POST /deliveries/acceptance";
        SittingKey sitting = shown(caller, said.sitting());
        act(caller, route, List.of(), sitting, handed -> new NoteAcceptance(handed.referral()));
    }

    void cannotHelp(Caller caller, CannotHelp said) {
        String route = "POST /deliveries/non-acceptance";
        Fields fields = new Fields();
        var reason = fields.code("reason", said.reason(), CodeList.NON_ACCEPTANCE);
        fields.check();
        SittingKey sitting = shown(caller, said.sitting());
        act(
                caller,
                route,
                List.of(reason.get()),
                sitting,
                handed -> new NoteNonAcceptance(handed.referral(), reason.get()));
    }

    void start(Caller caller, Sitting said) {
        String route = "POST /deliveries/start";
        SittingKey sitting = shown(caller, said.sitting());
        act(caller, route, List.of(), sitting, handed -> new NoteStart(handed.referral()));
    }

    void recordOutcome(Caller caller, Result said) {
        String route = "POST /deliveries/outcome";
        Fields fields = new Fields();
        var outcome = fields.choice("outcome", said.outcome(), ReferralEvent.Outcome.class);
        var words = fields.textIfAny("words", said.words(), 4000);
        fields.check();
        SittingKey sitting = shown(caller, said.sitting());
        act(caller, route, Arrays.asList(outcome.get(), words.orNull()), sitting, handed -> {
            handed.refuseUnlessAccepted();
            return new RecordOutcome(
                    handed.referral(),
                    outcome.get(),
                    sealer.sealIfAny(
                            Words.REFERRAL_OUTCOME, handed.participant().value(), words.orNull()));
        });
    }

    private SittingKey shown(Caller caller, @Nullable String typed) {
        door.count(caller);
        return SittingKey.shown(typed);
    }

    /** Acts for the agency on the consent that holds now; a withdrawal between the question and the append refuses it. */
    private void act(
            Caller caller,
            String route,
            List<? extends @Nullable Object> said,
            SittingKey sitting,
            Function<Handed, Object> command) {
        // Before anything is looked up: what is no key is none over a dead sitting and over an unknown one.
        Dispatch.refuseUnlessKey(caller.key());
        door.admitted(caller, route, sitting.claim(tags), before -> {
            // Whoever has said that they cannot help may hear once more that it was noted, and nothing else.
            if (before.isDeclined()) {
                before.openings().sittingUntil(sitting.number(), clock.instant());
            } else {
                consentTo(sitting(sitting));
            }
            // One agency may sit over several packets: which one it is about is part of what was asked.
            String what = What.of(route, before.referral(), said);
            try {
                return dispatch.act(
                        before.agency(), caller.request(), caller.key(), what, () -> answer(caller, sitting, command));
            } catch (KeyReused reused) {
                consentTo(sitting(sitting));
                throw reused;
            }
        });
    }

    private Intent answer(Caller caller, SittingKey sitting, Function<Handed, Object> command) {
        Handed handed = sitting(sitting);
        ConsentInForce.Answer consent = consentTo(handed);
        return new Intent(
                command.apply(handed),
                new Unit(handed.agency(), caller.request())
                        .provided(handed.precondition())
                        .provided(consent.preconditions()));
    }

    /** The consent that this rests on, which holds now. */
    private ConsentInForce.Answer consentTo(Handed handed) {
        ConsentInForce.Answer consent = consent(handed);
        String whyNot = consent.whyNot();
        if (whyNot != null) {
            throw ReferralRefused.consentNotInForce(whyNot);
        }
        return consent;
    }

    /** The look is on the record before anything is opened; whether it may be, the gate asks both streams once more. */
    private Lying lay(Caller caller, String route, SittingKey sitting) {
        Handed handed = sitting(sitting);
        Instant until = handed.openings().sittingUntil(sitting.number(), clock.instant());
        Look.Shown shown = new Look.Shown(
                handed.participant().value(),
                SubjectKind.PARTICIPANT,
                handed.shows(),
                Set.of(Words.REFERRAL_PACKET),
                null,
                handed.sent().consent(),
                handed.referral(),
                1);
        Disclosure disclosure = disclosing.disclose(new Look(
                handed.agency(), PurposeOfUse.COC, route, List.of(shown), caller.request(), packets.stillSafe(handed)));
        return new Lying(
                sitting.whole(),
                until.toString(),
                opener.open(handed.sent().packet(), disclosure),
                NoticeText.of(
                        handed.sent().notice().name(), handed.sent().notice().version()),
                handed.open().stream().sorted().map(Enum::name).toList());
    }

    /** The packet that this sitting is over, as it is on the record now. */
    private Handed sitting(SittingKey sitting) {
        Handed handed = packets.heldBy(sitting.claim(tags)).orElseThrow(ReferralRefused::opensNothing);
        handed.openings().sittingUntil(sitting.number(), clock.instant());
        ReferralRefused whyNot = handed.whyNot();
        if (whyNot != null) {
            throw whyNot;
        }
        return handed;
    }

    private ConsentInForce.Answer consent(Handed handed) {
        return consents.covers(
                handed.sent().consent(),
                handed.participant(),
                Purpose.SHARING,
                Recipient.agency(handed.sent().agency()),
                handed.sent().classes(),
                LocalDate.now(clock));
    }
}
