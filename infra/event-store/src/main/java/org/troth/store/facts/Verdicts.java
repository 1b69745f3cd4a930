package org.troth.store.facts;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.troth.events.confidential.TagKind;

/** What the database's objections mean for each unit of a batch. */
final class Verdicts {

    private static final int STREAM = 1;
    private static final int EVENT = 2;
    private static final int NEED = 3;
    private static final int CLAIM = 4;
    private static final int ANSWERED = 5;

    private final Pending.@Nullable Answer[] answers;
    private final Set<Integer> recorded = new HashSet<>();

    /** The objections are triples of unit, code and which. */
    Verdicts(List<SealedUnit> units, long[] objections) {
        answers = new Pending.@Nullable Answer[units.size()];
        int[] firstFact = new int[units.size()];
        for (int number = 1; number < firstFact.length; number++) {
            firstFact[number] =
                    firstFact[number - 1] + units.get(number - 1).facts().size();
        }
        for (int i = 0; i < objections.length; i += 3) {
            int number = (int) objections[i];
            SealedUnit unit = units.get(number);
            int code = (int) objections[i + 1];
            long which = objections[i + 2];
            if (code == EVENT) {
                recorded.add(number);
            } else {
                Pending.Answer answer = answer(unit, code, which, firstFact[number]);
                answers[number] = weightier(answers[number], answer);
            }
        }
    }

    /** The refusal; null when nothing stands against the unit. */
    Pending.@Nullable Answer of(int number) {
        return answers[number];
    }

    /** Whether events of the unit are on the record already. */
    boolean isRecorded(int number) {
        return recorded.contains(number);
    }

    private static Pending.Answer answer(SealedUnit unit, int code, long which, int firstFact) {
        switch (code) {
            case STREAM -> {
                int own = (int) which - firstFact;
                if (own < unit.births()) {
                    return new Pending.Answer.SealAgain();
                }
                boolean begins = unit.facts().get(own).sequence() == 0;
                return new Pending.Answer.No(begins ? new Refusal.StreamExists() : new Refusal.StreamMoved());
            }
            case NEED, ANSWERED -> {
                return new Pending.Answer.No(new Refusal.Overtaken());
            }
            case CLAIM -> {
                return new Pending.Answer.No(new Refusal.Taken(kind((int) which)));
            }
            default -> throw new IllegalStateException("an objection of an unknown code: " + code);
        }
    }

    /** A kept answer explains everything else; a moved stream more than what was relied on; a lost race for a key least. */
    private static Pending.Answer weightier(Pending.@Nullable Answer one, Pending.Answer other) {
        return one == null || weight(other) > weight(one) ? other : one;
    }

    private static int weight(Pending.Answer answer) {
        if (!(answer instanceof Pending.Answer.No no)) {
            return 0;
        }
        Refusal refusal = Objects.requireNonNull(no.refusal());
        if (refusal instanceof Refusal.Taken) {
            return 1;
        }
        if (refusal instanceof Refusal.Overtaken) {
            return 2;
        }
        return 3;
    }

    private static TagKind kind(int code) {
        for (TagKind kind : TagKind.values()) {
            if (kind.code() == code) {
                return kind;
            }
        }
        throw new IllegalStateException("a claim of an unknown kind: " + code);
    }
}
