package org.troth.app.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.troth.app.time.ProgrammeClock;
import org.troth.events.message.DueMessages;

class MailRoundTest {

    @Test
    void countsWhatWaitsAndGoesOnWhateverHappens() {
        MailRound round = new MailRound(
                new DueMessages() {
                    @Override
                    public int send() {
                        throw new StackOverflowError();
                    }

                    @Override
                    public long waiting() {
                        return 7;
                    }
                },
                ProgrammeClock.in(ZoneOffset.UTC));
        round.round();
        assertThat(round.waiting()).isEqualTo(7);
        round.stop();
    }
}
