package org.troth.command.dispatch;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.troth.events.account.Actor;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.Unit;

/**
 * A round of the product's own work. What was looked up is put to the record it is about, which alone decides whether it is
 * so: a late or repeated look-up, or a second node that looks at the same time, does nothing wrong.
 */
public final class Round {

    private final Dispatch dispatch;
    private final Actor actor;
    private final String what;

    /**
     * @param actor the product itself, by the fixed identifier of this work
     * @param what a stable name of it
     */
    public Round(Dispatch dispatch, Actor actor, String what) {
        this.dispatch = dispatch;
        this.actor = actor;
        this.what = what;
    }

    /** Acts on each; how many of them were so. */
    public <T> int over(List<T> found, Function<T, Object> command) {
        int noted = 0;
        for (T each : found) {
            if (wasSo(each, command.apply(each))) {
                noted++;
            }
        }
        return noted;
    }

    private boolean wasSo(Object each, Object command) {
        UUID request = UUID.randomUUID();
        try {
            dispatch.act(
                    actor,
                    request,
                    null,
                    What.of(what, each),
                    () -> new Intent(command, new Unit(actor, request), each.toString()));
            return true;
        } catch (Refused | Overtaken | NotOnRecord decidedMeanwhile) {
            // It was decided or noted since it was looked up, or the look-up knows more than the record; the next round
            // looks again.
            return false;
        }
    }
}
