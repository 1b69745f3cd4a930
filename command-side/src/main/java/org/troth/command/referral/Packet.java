package org.troth.command.referral;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.troth.command.dispatch.Phrase;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.events.encounter.EncounterEvent.Wording;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.participant.ParticipantEvent.ContactMarkedUnsafe;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.participant.ParticipantEvent.IntakeCorrected;
import org.troth.events.participant.ParticipantEvent.SafeContactChosen;
import org.troth.events.recording.RecordedFact;

/**
 * What leaves with a referral: of the participant's record, read from their stream, only the classes that are released. A
 * channel that was marked unsafe never leaves. The same record, classes and referral always make the same text.
 */
final class Packet {

    private final Set<DataClass> classes;
    private final Map<ContactChannel, SafeContactChosen> contacts = new EnumMap<>(ContactChannel.class);
    private @Nullable Known intake;

    /** What was taken down of them, as it holds now. */
    private record Known(
            Sealed name, String matter, @Nullable Sealed note) {

        Known corrected(IntakeCorrected fact) {
            return new Known(
                    fact.name() == null ? name : fact.name(),
                    fact.matter() == null ? matter : fact.matter(),
                    fact.noteIs() == Wording.KEPT ? note : fact.note());
        }
    }

    private Packet(Set<DataClass> classes) {
        this.classes = classes;
    }

    /**
     * What would leave of this record.
     *
     * @param unsafe ways that are unsafe by another record of the same person: none of them leaves
     */
    static Packet of(List<RecordedFact> participant, Set<DataClass> classes, Set<ContactChannel> unsafe) {
        Packet packet = new Packet(classes);
        for (RecordedFact each : participant) {
            if (each.fact() instanceof IntakeCompleted fact) {
                packet.intake = new Known(fact.name(), fact.matter(), fact.note());
            } else if (each.fact() instanceof IntakeCorrected fact && packet.intake != null) {
                packet.intake = packet.intake.corrected(fact);
            } else if (each.fact() instanceof SafeContactChosen fact) {
                packet.contacts.put(fact.channel(), fact);
            } else if (each.fact() instanceof ContactMarkedUnsafe fact) {
                packet.contacts.remove(fact.channel());
            }
        }
        unsafe.forEach(packet.contacts::remove);
        return packet;
    }

    /** The ways that may leave, where their class does: each was chosen as safe and is still. */
    Set<ContactChannel> ways() {
        return contacts.isEmpty() || !classes.contains(DataClass.CONTACT)
                ? EnumSet.noneOf(ContactChannel.class)
                : EnumSet.copyOf(contacts.keySet());
    }

    /**
     * Narrows the class of contact to these ways, each of which must be safe; of the other classes it says nothing.
     *
     * @param wanted absent: every safe way
     */
    void keepWays(@Nullable Set<ContactChannel> wanted) {
        if (wanted == null || !classes.contains(DataClass.CONTACT)) {
            return;
        }
        if (wanted.isEmpty() && !contacts.isEmpty()) {
            throw ReferralRefused.waysNeeded();
        }
        if (!contacts.keySet().containsAll(wanted)) {
            throw ReferralRefused.wayNotSafe();
        }
        contacts.keySet().retainAll(wanted);
    }

    /** Which classes of words it opens; empty when the record holds nothing of what would leave. */
    Set<DataClass> opens() {
        Set<DataClass> opens = EnumSet.noneOf(DataClass.class);
        if (intake != null && classes.contains(DataClass.IDENTITY)) {
            opens.add(DataClass.IDENTITY);
        }
        if (intake != null && intake.note() != null && classes.contains(DataClass.NARRATIVE)) {
            opens.add(DataClass.NARRATIVE);
        }
        if (!contacts.isEmpty() && classes.contains(DataClass.CONTACT)) {
            opens.add(DataClass.CONTACT);
        }
        return opens;
    }

    /** What of the person is shown, sealed or not: that somebody has a kind of matter and a need says something of them, too. */
    Set<DataClass> shows() {
        Set<DataClass> shows = opens();
        if (intake != null && classes.contains(DataClass.LEGAL)) {
            shows.add(DataClass.LEGAL);
        }
        return shows;
    }

    /** Which kinds of words those are, and no other of their classes. */
    Set<Words> words() {
        Set<Words> words = EnumSet.noneOf(Words.class);
        for (DataClass opened : opens()) {
            words.addAll(
                    switch (opened) {
                        case IDENTITY -> Set.of(Words.PARTICIPANT_NAME);
                        case CONTACT -> Set.of(Words.PARTICIPANT_CONTACT, Words.PARTICIPANT_CONTACT_ADVICE);
                        case NARRATIVE -> Set.of(Words.INTAKE_NOTE);
                        default -> throw new IllegalStateException("a packet opens no such class");
                    });
        }
        return words;
    }

    /** The whole text, with the words opened by this. */
    String text(String referral, String service, String need, Function<Sealed, String> opener) {
        Set<DataClass> opens = opens();
        List<String> lines = new ArrayList<>();
        lines.add(said("referral", referral));
        lines.add(said("service", service));
        Known known = intake;
        if (known != null && opens.contains(DataClass.IDENTITY)) {
            lines.add(said("name", opener.apply(known.name())));
        }
        if (opens.contains(DataClass.CONTACT)) {
            contacts.values().forEach(contact -> add(lines, contact, opener));
        }
        if (known != null && classes.contains(DataClass.LEGAL)) {
            lines.add(said("matter", known.matter()));
            lines.add(said("need", need));
        }
        Sealed note = known == null ? null : known.note();
        if (note != null && opens.contains(DataClass.NARRATIVE)) {
            lines.add(said("note", opener.apply(note)));
        }
        return String.join("\n", lines);
    }

    /** In English, whatever the page speaks that shows it: it is kept, compared and sent as one text. */
    private static String said(String what, String value) {
        return Phrase.of("command.referral.packet." + what, value).english();
    }

    private static void add(List<String> lines, SafeContactChosen contact, Function<Sealed, String> opener) {
        String channel = "channel." + contact.channel().name();
        lines.add(said(channel, opener.apply(contact.address())));
        Sealed advice = contact.advice();
        if (advice != null) {
            lines.add(said("to-mind." + contact.channel().name(), opener.apply(advice)));
        }
    }

    /** Whether anything of the person would leave. */
    boolean isEmpty() {
        return shows().isEmpty();
    }
}
