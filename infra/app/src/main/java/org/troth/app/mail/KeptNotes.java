package org.troth.app.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.troth.events.message.CarriedNotes.Carried;
import org.troth.events.message.Carrier;
import org.troth.events.message.Carrier.Taken;
import org.troth.events.message.Carrier.Trip;
import org.troth.events.message.Note;

/** Takes every note and lets none leave: the last few hundred are kept in memory, without where they were to go. */
final class KeptNotes {

    static final int MOST = 300;

    private final Deque<Carried> notes = new ArrayDeque<>();

    Carrier carrier() {
        return new Carrier() {
            @Override
            public boolean isSetUp() {
                return true;
            }

            @Override
            public Trip setOut() {
                return new KeepingTrip();
            }
        };
    }

    private final class KeepingTrip implements Trip {

        @Override
        public boolean stands() {
            return true;
        }

        @Override
        public Taken carry(Note note, long before) {
            keep(note);
            return Taken.TAKEN;
        }

        @Override
        public void close() {
            // There is nothing to let go of.
        }
    }

    private synchronized void keep(Note note) {
        notes.addFirst(new Carried(note.message(), note.subject(), note.body(), note.language()));
        if (notes.size() > MOST) {
            notes.removeLast();
        }
    }

    /** Newest first. */
    synchronized List<Carried> latest() {
        return List.copyOf(notes);
    }
}
