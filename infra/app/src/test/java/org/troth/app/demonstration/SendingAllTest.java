package org.troth.app.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.troth.events.message.DueMessages;

class SendingAllTest {

    /** Messages of which a hundred are sent in a round, and some are not due. */
    private static final class Some implements DueMessages {

        private final int notDue;
        private int due;
        private int rounds;

        Some(int due, int notDue) {
            this.due = due;
            this.notDue = notDue;
        }

        @Override
        public int send() {
            rounds++;
            int now = Math.min(100, due);
            due -= now;
            return now;
        }

        @Override
        public long waiting() {
            return (long) due + notDue;
        }
    }

    @Test
    void leavesNothingThatIsDue() {
        Some some = new Some(250, 0);
        Demonstration.sendAll(some);
        assertThat(some.waiting()).isZero();
        assertThat(some.rounds).isEqualTo(3);
    }

    @Test
    void doesNotWaitForWhatIsNotDue() {
        Some some = new Some(250, 2);
        Demonstration.sendAll(some);
        assertThat(some.waiting()).isEqualTo(2);
        assertThat(some.rounds).isEqualTo(4);
    }
}
