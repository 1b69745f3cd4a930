package org.troth.command.message;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.AgencyId;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Sealed;
import org.troth.events.directory.AgencyMail;
import org.troth.events.merging.UnsafeElsewhere;
import org.troth.events.message.MessageEvent.MessageQueued;
import org.troth.events.message.MessageEvent.Why;
import org.troth.events.message.Receiver;
import org.troth.events.message.RoleMailboxes;
import org.troth.events.participant.Enrolment;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.participant.ParticipantEvent.ContactMarkedUnsafe;
import org.troth.events.participant.ParticipantEvent.EnquiryClosed;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.EnquiryWithdrawn;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.participant.ParticipantEvent.IntakeCorrected;
import org.troth.events.participant.ParticipantEvent.SafeContactChosen;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.referral.ReferralEvent.ReferralOffered;
import org.troth.events.volunteer.VolunteerEvent.VolunteerCorrected;
import org.troth.events.volunteer.VolunteerEvent.VolunteerRegistered;

/**
 * Finds by which way a message may go by itself, from the receiver's own stream: e-mail, where they chose it, it was not
 * marked unsafe since, there is no advice that a machine could not follow, and their support has not ended. Agencies are written
 * to at the address that they publish, those of a role at the mailbox of the role. Nothing else goes by itself.
 */
@Component
class Ways {

    private static final String PLAIN = "en";

    /**
     * What was found; holds as long as the precondition does.
     *
     * @param address where to, sealed; absent when nothing may go, or it is published
     * @param published where to, of whoever is no person; absent for people
     * @param whyNot why nothing may go; absent when it may
     * @param beside what must hold, too: that nothing changed in the other records of the same person
     */
    record Way(
            @Nullable Sealed address,
            @Nullable String published,
            @Nullable Why whyNot,
            String language,
            Precondition precondition,
            List<Precondition> beside) {

        Way {
            beside = List.copyOf(beside);
        }

        Way(@Nullable Sealed address, @Nullable Why whyNot, String language, Precondition precondition) {
            this(address, null, whyNot, language, precondition, List.of());
        }
    }

    private final Streams streams;
    private final AgencyMail agencies;
    private final RoleMailboxes roles;

    Ways(Streams streams, AgencyMail agencies, RoleMailboxes roles) {
        this.streams = streams;
        this.agencies = agencies;
        this.roles = roles;
    }

    Way to(MessageQueued message) {
        Receiver receiver = message.receiver();
        List<RecordedFact> facts = streams.read(receiver.id().toString(), 0);
        Precondition precondition = new Precondition(receiver.id().toString(), facts.size() - 1L);
        return switch (receiver.kind()) {
            case PARTICIPANT -> asOnePerson(new ParticipantId(receiver.id()), facts, participant(facts, precondition));
            case VOLUNTEER -> volunteer(facts, precondition);
            case AGENCY -> agency(new AgencyId(receiver.id()), message.about());
            case SECOND_CONTACT -> published(roles.secondContact().orElse(null), precondition, List.of());
        };
    }

    /** By the service that the referral is to; an agency that publishes no address is told by people. */
    private Way agency(AgencyId agency, UUID referral) {
        for (RecordedFact each : streams.read(referral.toString(), 0)) {
            if (each.fact() instanceof ReferralOffered offered) {
                AgencyMail.Answer mail = agencies.of(agency, offered.service());
                return published(mail.address(), mail.precondition(), mail.beside());
            }
        }
        throw new IllegalStateException("nothing is known of what was sent");
    }

    private static Way published(@Nullable String address, Precondition precondition, List<Precondition> beside) {
        return new Way(null, address, address == null ? Why.NO_ADDRESS : null, PLAIN, precondition, beside);
    }

    private static Way participant(List<RecordedFact> facts, Precondition precondition) {
        Sealed address = null;
        Why whyNot = Why.NO_SAFE_WAY;
        String language = PLAIN;
        for (RecordedFact each : facts) {
            if (each.fact() instanceof EnquiryReceived received) {
                language = received.language();
            } else if (each.fact() instanceof IntakeCompleted intake) {
                language = intake.language();
            } else if (each.fact() instanceof IntakeCorrected put && put.language() != null) {
                language = put.language();
            } else if (each.fact() instanceof SafeContactChosen chosen && chosen.channel() == ContactChannel.EMAIL) {
                address = chosen.address();
                whyNot = chosen.advice() == null ? null : Why.ADVICE_TO_MIND;
            } else if (each.fact() instanceof ContactMarkedUnsafe marked && marked.channel() == ContactChannel.EMAIL) {
                address = null;
                whyNot = Why.WAY_UNSAFE;
            } else if (each.fact() instanceof EnquiryWithdrawn || each.fact() instanceof EnquiryClosed) {
                // Whoever took their enquiry back, or with whom all is over, is left alone.
                address = null;
                whyNot = Why.NO_SAFE_WAY;
            }
        }
        if (Enrolment.hasEnded(facts)) {
            // Nothing waits for somebody whose support has ended; they are left alone.
            return new Way(null, Why.SETTLED, primary(language), precondition);
        }
        return new Way(whyNot == null ? address : null, whyNot, primary(language), precondition);
    }

    private Way asOnePerson(ParticipantId participant, List<RecordedFact> facts, Way way) {
        UnsafeElsewhere elsewhere = UnsafeElsewhere.of(participant, facts, streams);
        boolean unsafe = elsewhere.channels().contains(ContactChannel.EMAIL)
                && (way.whyNot() == null || way.whyNot() == Why.ADVICE_TO_MIND);
        return new Way(
                unsafe ? null : way.address(),
                null,
                unsafe ? Why.WAY_UNSAFE : way.whyNot(),
                way.language(),
                way.precondition(),
                elsewhere.preconditions());
    }

    private static Way volunteer(List<RecordedFact> facts, Precondition precondition) {
        Sealed address = null;
        String language = PLAIN;
        for (RecordedFact each : facts) {
            if (each.fact() instanceof VolunteerRegistered registered) {
                address = registered.contact();
                language = first(registered.languages());
            } else if (each.fact() instanceof VolunteerCorrected put) {
                language = put.languages() == null ? language : first(put.languages());
                address = put.withoutContact() ? null : put.contact() == null ? address : put.contact();
            }
        }
        return new Way(address, address == null ? Why.NO_SAFE_WAY : null, language, precondition);
    }

    private static String first(List<String> spoken) {
        List<String> languages = spoken.stream().map(Ways::primary).toList();
        return languages.isEmpty() || languages.contains(PLAIN) ? PLAIN : languages.get(0);
    }

    private static String primary(String language) {
        return Locale.forLanguageTag(language).getLanguage();
    }
}
