package org.troth.events.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.ConsentId;
import org.troth.events.MatchId;
import org.troth.events.ReferralId;
import org.troth.events.account.Actor;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.recording.Precondition;

/**
 * A wish to see exactly this portion of the record.
 *
 * @param route the page or API call by its pattern, never with a value in it
 * @param shown whose words and which classes, one entry per person, at least one
 * @param request the identifier of the request
 * @param provided what must still hold when the look is recorded, where whoever looks has asked a strong question themselves
 */
public record Look(
        Actor actor, PurposeOfUse purpose, String route, List<Shown> shown, UUID request, List<Precondition> provided) {

    public Look {
        shown = List.copyOf(shown);
        provided = List.copyOf(provided);
    }

    /** A look that hangs on nothing but what the gate itself asks. */
    public Look(Actor actor, PurposeOfUse purpose, String route, List<Shown> shown, UUID request) {
        this(actor, purpose, route, shown, request, List.of());
    }

    /**
     * One person's part in the look.
     *
     * @param classes what is shown, as it is recorded; IDENTITY alone where states and days are shown and no words are opened
     * @param words which kinds of words are opened, each of one of the classes
     * @param match the match that the actor relies on, where it is a volunteer's
     * @param consent the consent that the actor relies on, if any
     * @param referral the referral that the actor relies on, where it is an agency's
     * @param rows how many rows of this person are shown
     * @param apart what of theirs has a key of its own, and which of these words are opened of it; nothing else of them that is
     *     under such a key is opened
     */
    public record Shown(
            UUID person,
            SubjectKind kind,
            Set<DataClass> classes,
            Set<Words> words,
            @Nullable MatchId match,
            @Nullable ConsentId consent,
            @Nullable ReferralId referral,
            int rows,
            Map<UUID, Set<Words>> apart) {

        public Shown {
            classes = Set.copyOf(classes);
            words = Set.copyOf(words);
            apart = Map.copyOf(apart);
            for (Set<Words> each : apart.values()) {
                if (!words.containsAll(each) || !each.stream().allMatch(Words::isApart)) {
                    throw new IllegalArgumentException("such words are not named, or have no key of their own");
                }
            }
            for (Words each : words) {
                if (!classes.contains(each.dataClass())) {
                    throw new IllegalArgumentException("words are opened of a class that is not named");
                }
            }
        }

        /** Nothing that has a key of its own. */
        public Shown(
                UUID person,
                SubjectKind kind,
                Set<DataClass> classes,
                Set<Words> words,
                @Nullable MatchId match,
                @Nullable ConsentId consent,
                @Nullable ReferralId referral,
                int rows) {
            this(person, kind, classes, words, match, consent, referral, rows, Map.of());
        }

        /** The same, and these things of theirs that have a key of their own. */
        public Shown with(Map<UUID, Set<Words>> things) {
            return new Shown(person, kind, classes, words, match, consent, referral, rows, things);
        }

        /** Relies on no referral. */
        public Shown(
                UUID person,
                SubjectKind kind,
                Set<DataClass> classes,
                Set<Words> words,
                @Nullable MatchId match,
                @Nullable ConsentId consent,
                int rows) {
            this(person, kind, classes, words, match, consent, null, rows);
        }

        /** Opens every kind of words of these classes. */
        public Shown(
                UUID person,
                SubjectKind kind,
                Set<DataClass> classes,
                @Nullable MatchId match,
                @Nullable ConsentId consent,
                int rows) {
            this(person, kind, classes, Words.of(classes), match, consent, rows);
        }

        public static Shown participant(UUID person, Set<DataClass> classes) {
            return new Shown(person, SubjectKind.PARTICIPANT, classes, null, null, 1);
        }

        public static Shown volunteer(UUID person, Set<DataClass> classes) {
            return new Shown(person, SubjectKind.VOLUNTEER, classes, null, null, 1);
        }

        public static Shown account(UUID account, Set<DataClass> classes) {
            return new Shown(account, SubjectKind.ACCOUNT, classes, null, null, 1);
        }
    }
}
