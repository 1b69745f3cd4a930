package org.troth.command.participant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.OfferedCodes;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.What;
import org.troth.command.participant.EnquirerRequest.Code;
import org.troth.command.participant.EnquirerRequest.More;
import org.troth.command.participant.EnquirerRequest.NotSafe;
import org.troth.command.participant.EnquirerRequest.Reach;
import org.troth.command.participant.ParticipantRequest.Enquiry;
import org.troth.command.participant.Receipts.Held;
import org.troth.events.AccountId;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.Opener;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Unreadable;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.Disclosing;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.participant.ParticipantEvent.ContactMarkedUnsafe;
import org.troth.events.participant.ParticipantEvent.EnquiryAnswered;
import org.troth.events.participant.ParticipantEvent.EnquiryClosed;
import org.troth.events.participant.ParticipantEvent.SafeContactChosen;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Unit;

/**
 * Lets somebody ask for help without a name, and come back with the code they were given. Every code that opens nothing is
 * answered alike, and nothing of a refused attempt is kept.
 */
@Component
final class EnquirerDesk {

    /** Whoever asks for the first time or takes back what they asked: nobody who is known, and no account. */
    private static final Actor SOMEBODY = new Actor(
            new AccountId(UUID.fromString("3b0f6a52-8f0e-4d6b-9c55-7d1c2e9a0a10")), Set.of(Role.PARTICIPANT), null, -1);

    private final Dispatch dispatch;
    private final Receipts receipts;
    private final Disclosing disclosing;
    private final Sealer sealer;
    private final Opener opener;
    private final OfferedCodes offered;
    private final EnquirerLimits limits = new EnquirerLimits(System::nanoTime);

    EnquirerDesk(
            Dispatch dispatch,
            Receipts receipts,
            Disclosing disclosing,
            Sealer sealer,
            Opener opener,
            OfferedCodes offered) {
        this.dispatch = dispatch;
        this.receipts = receipts;
        this.disclosing = disclosing;
        this.sealer = sealer;
        this.opener = opener;
        this.offered = offered;
    }

    /** Who asks: no account, only a request from somewhere. The address is counted in memory and never kept. */
    record Caller(UUID request, @Nullable String key, String address) {
        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    /**
     * What whoever holds the code is shown: nothing that they wrote, for others may look over their shoulder.
     *
     * @param open whether the programme still works on it
     * @param channels by which they may be reached
     */
    record Standing(boolean open, List<Said> answers, List<ContactChannel> channels) {

        public Standing {
            answers = List.copyOf(answers);
            channels = List.copyOf(channels);
        }
    }

    /** What the programme answered, and when. */
    record Said(Instant at, String words) {
        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    /** The code, to be shown this once; absent when this very request was answered before. */
    @Nullable
    String leave(Caller caller, Enquiry said) {
        Fields fields = new Fields();
        var matter = offered.code(fields, "matter", said.matter(), ProgrammeList.MATTER);
        var language = fields.language("language", said.language());
        var words = fields.textIfAny("words", said.words(), 4000);
        fields.check();
        limits.write(caller.address());
        ParticipantId id = new ParticipantId(UUID.randomUUID());
        ReceiptCode code = receipts.next();
        Outcome outcome = dispatch.act(
                SOMEBODY,
                caller.request(),
                caller.key(),
                What.of("POST /notes", matter.get(), language.get(), words.orNull()),
                () -> new Intent(
                        new ReceiveEnquiry(
                                id,
                                matter.get(),
                                language.get(),
                                sealer.sealIfAny(Words.ENQUIRY_WORDS, id.value(), words.orNull()),
                                true),
                        offered.stillOffered(
                                new Unit(SOMEBODY, caller.request()).taking(receipts.claim(code)),
                                "matter",
                                List.of(matter.get()),
                                ProgrammeList.MATTER)));
        return outcome.repeated() ? null : code.spoken();
    }

    /** What stands there for whoever holds the code; the look is on the record before anything is opened. */
    Standing read(Caller caller, Code said) {
        Fields fields = new Fields();
        ReceiptCode code = code(fields, said.code());
        return knowingNothingOfTheErased(() -> {
            Held held = held(caller, code);
            List<RecordedFact> answers = held.facts().stream()
                    .filter(each -> each.fact() instanceof EnquiryAnswered)
                    .toList();
            Disclosure disclosure = disclosing.disclose(look(caller, held, answers.isEmpty()));
            List<Said> opened = new ArrayList<>();
            for (RecordedFact each : answers) {
                Sealed words = ((EnquiryAnswered) each.fact()).words();
                opened.add(new Said(each.recordedAt(), opener.open(words, disclosure)));
            }
            boolean open = held.facts().stream().noneMatch(each -> each.fact() instanceof EnquiryClosed);
            return new Standing(open, opened, List.copyOf(channels(held.facts())));
        });
    }

    private static Look look(Caller caller, Held held, boolean wordless) {
        Set<DataClass> classes = wordless ? Set.of(DataClass.IDENTITY) : Set.of(DataClass.NARRATIVE);
        Set<Words> words = wordless ? Set.of() : Set.of(Words.ENQUIRY_ANSWER);
        Look.Shown shown =
                new Look.Shown(held.participant().value(), SubjectKind.PARTICIPANT, classes, words, null, null, 1);
        return new Look(held.holder(), PurposeOfUse.PATRQT, "POST /notes/reading", List.of(shown), caller.request());
    }

    private static Set<ContactChannel> channels(List<RecordedFact> facts) {
        Set<ContactChannel> channels = EnumSet.noneOf(ContactChannel.class);
        for (RecordedFact each : facts) {
            if (each.fact() instanceof SafeContactChosen chosen) {
                channels.add(chosen.channel());
            } else if (each.fact() instanceof ContactMarkedUnsafe unsafe) {
                channels.remove(unsafe.channel());
            }
        }
        return channels;
    }

    void add(Caller caller, More said) {
        Fields fields = new Fields();
        ReceiptCode code = code(fields, said.code());
        var words = fields.text("words", said.words(), 4000);
        fields.check();
        act(
                caller,
                code,
                What.of("POST /notes/words", words.get()),
                id -> new AddEnquiryWords(id, sealer.seal(Words.ENQUIRY_WORDS, id.value(), words.get())));
    }

    void chooseContact(Caller caller, Reach said) {
        Fields fields = new Fields();
        ReceiptCode code = code(fields, said.code());
        var channel = fields.choice("channel", said.channel(), ContactChannel.class);
        var address = fields.line("address", said.address(), 400);
        var advice = fields.textIfAny("advice", said.advice(), 1000);
        fields.check();
        act(
                caller,
                code,
                What.of("POST /notes/contacts", channel.get(), address.get(), advice.orNull()),
                id -> new ChooseSafeContact(
                        id,
                        channel.get(),
                        sealer.seal(Words.PARTICIPANT_CONTACT, id.value(), address.get()),
                        sealer.sealIfAny(Words.PARTICIPANT_CONTACT_ADVICE, id.value(), advice.orNull())));
    }

    void markUnsafe(Caller caller, NotSafe said) {
        Fields fields = new Fields();
        ReceiptCode code = code(fields, said.code());
        var channel = fields.choice("channel", said.channel(), ContactChannel.class);
        fields.check();
        act(caller, code, What.of("POST /notes/unsafe", channel.get()), id -> new MarkContactUnsafe(id, channel.get()));
    }

    /**
     * Spends the code in the same unit. Whoever sends it again with its key is told again that it is taken back, though the
     * code opens nothing any more: so the key is looked for first, and it is nobody's who is known.
     */
    void withdraw(Caller caller, Code said) {
        Fields fields = new Fields();
        ReceiptCode code = code(fields, said.code());
        knowingNothingOfTheErased(() -> dispatch.act(
                SOMEBODY, caller.request(), caller.key(), What.of("POST /notes/withdrawal", code.letters()), () -> {
                    Held held = held(caller, code);
                    return new Intent(
                            new WithdrawEnquiry(held.participant()),
                            held.unit(SOMEBODY, caller.request()).releasing(receipts.claim(code)));
                }));
    }

    private void act(Caller caller, ReceiptCode code, String what, Function<ParticipantId, Object> command) {
        knowingNothingOfTheErased(() -> {
            Actor holder = held(caller, code).holder();
            return dispatch.act(holder, caller.request(), caller.key(), what, () -> {
                Held held = receipts.heldBy(code).orElseThrow(ParticipantRefused::codeOpensNothing);
                return new Intent(command.apply(held.participant()), held.unit(holder, caller.request()));
            });
        });
    }

    private Held held(Caller caller, ReceiptCode code) {
        limits.tryCode(caller.address());
        return receipts.heldBy(code).orElseThrow(ParticipantRefused::codeOpensNothing);
    }

    /** Keys may be destroyed while the code is on its way. */
    private static <T> T knowingNothingOfTheErased(Supplier<T> act) {
        try {
            return act.get();
        } catch (Unreadable unreadable) {
            throw unreadable.why() == Unreadable.Why.ERASED ? ParticipantRefused.codeOpensNothing() : unreadable;
        }
    }

    /** A code must be there; whether it is one is not for its form to tell. */
    private static ReceiptCode code(Fields fields, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            fields.refuseAbsent("code");
            fields.check();
            throw new IllegalStateException("a fault was let through");
        }
        return ReceiptCode.typed(typed);
    }
}
