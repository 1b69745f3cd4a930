package org.troth.command.charter;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.charter.CharterRequest.CharterReading;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.What;
import org.troth.events.AcknowledgementId;
import org.troth.events.Side;
import org.troth.events.account.Role;
import org.troth.events.charter.CharterEvent.ShownCharter;
import org.troth.events.confidential.TagKind;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.recording.ClaimTaken;
import org.troth.events.recording.Unit;

/** Shows the charter of the role, and takes in that somebody has read it: their own account says so, and no other. */
@Component
class CharterDesk {

    private static final int VERSIONS = 1_000_000;

    private final Dispatch dispatch;
    private final Permits permits;
    private final Charters charters;
    private final RecordedAcknowledgements acknowledgements;

    CharterDesk(Dispatch dispatch, Permits permits, Charters charters, RecordedAcknowledgements acknowledgements) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.charters = charters;
        this.acknowledgements = acknowledgements;
    }

    /**
     * The newest charter, and what the reader has to do with it.
     *
     * @param own whether the reader is somebody who is asked to read it
     */
    record Opened(CharterText text, boolean own, boolean acknowledged) {}

    /** One of those who are asked to read it. */
    private record Reader(Side side, UUID person) {}

    /** That somebody was shown whether they have read it is on the record first. */
    Opened open(Asked asked, PurposeOfUse purpose, String route, @Nullable String language) {
        CharterText text = charters.newest(language);
        Optional<Reader> own = reader(asked);
        if (own.isEmpty()) {
            permits.coordinator(asked, route, null);
            return new Opened(text, false, false);
        }
        Reader reader = own.get();
        permits.show(
                asked,
                purpose,
                route,
                reader.side() == Side.PARTICIPANT ? SubjectKind.PARTICIPANT : SubjectKind.VOLUNTEER,
                reader.person(),
                null);
        return new Opened(
                text,
                true,
                reader.side() == Side.PARTICIPANT
                        ? acknowledgements.acknowledgedByParticipant(reader.person())
                        : acknowledgements.acknowledged(reader.person()));
    }

    /** The answer is the identifier of the acknowledgement. */
    Outcome acknowledge(Asked asked, CharterReading said) {
        String route = "POST /charter/acknowledgement";
        Reader reader = reader(asked).orElseThrow(() -> permits.refuse(asked, route, null, Permits.OWN_RECORD_ONLY));
        Fields fields = new Fields();
        var version = fields.number("version", said.version(), 1, VERSIONS);
        var language = fields.language("language", said.language());
        fields.check();
        ShownCharter shown = charters.published(version.get(), language.get())
                .orElseThrow(() -> new Invalid("version", "choice", Phrase.of("command.charter.wrong.version")))
                .shown();
        AcknowledgementId id = new AcknowledgementId(UUID.randomUUID());
        try {
            return dispatch.act(
                    asked.actor(),
                    asked.request(),
                    asked.key(),
                    What.of(route, reader.person(), shown.version(), shown.language()),
                    () -> new Intent(
                            new AcknowledgeCharter(id, reader.side(), reader.person(), shown, charters.version()),
                            new Unit(asked.actor(), asked.request()).taking(acknowledgements.claim(reader.person())),
                            id.toString()));
        } catch (ClaimTaken taken) {
            throw taken.kind() == TagKind.CHARTER_ACKNOWLEDGED ? CharterRefused.alreadyAcknowledged() : taken;
        }
    }

    private static Optional<Reader> reader(Asked asked) {
        UUID person = asked.actor().person();
        if (person == null) {
            return Optional.empty();
        }
        if (asked.actor().is(Role.PARTICIPANT)) {
            return Optional.of(new Reader(Side.PARTICIPANT, person));
        }
        return asked.actor().is(Role.VOLUNTEER) ? Optional.of(new Reader(Side.VOLUNTEER, person)) : Optional.empty();
    }
}
