package org.troth.command.message;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Lookups;
import org.troth.events.MessageId;

/**
 * Which messages are to be decided on, and when. Only a reminder: what may happen to a message its stream alone says. Goes
 * by the clock of the database, which all nodes share.
 */
@Component
class Outbox {

    /** Longer than a message can be on its way: whoever still holds one after this has fallen silent. */
    private static final Duration HELD = Duration.ofMinutes(5);

    private final Lookups lookups;

    Outbox(Lookups lookups) {
        this.lookups = lookups;
    }

    void remember(MessageId message) {
        lookups.run(
                client -> client.sql("insert into lookups.outbox (message) values (:message) on conflict do nothing")
                        .param("message", message.value())
                        .update());
    }

    void forget(MessageId message) {
        lookups.run(client -> client.sql("delete from lookups.outbox where message = :message")
                .param("message", message.value())
                .update());
    }

    /** Takes the one that waited longest, for this node alone. */
    Optional<MessageId> takeNext() {
        return lookups.run(client -> client.sql("""
                        update lookups.outbox set held_until = now() + make_interval(secs => :held)
                         where message = (select message from lookups.outbox
                                           where due_at <= now() and (held_until is null or held_until < now())
                                           order by due_at, message limit 1 for update skip locked)
                        returning message""")
                .param("held", HELD.toSeconds())
                .query((row, number) -> new MessageId(row.getObject("message", UUID.class)))
                .optional());
    }

    /** Lets go of it until then. */
    void putOff(MessageId message, Duration pause) {
        lookups.run(client -> client.sql("""
                        update lookups.outbox set due_at = now() + make_interval(secs => :pause), held_until = null
                         where message = :message""")
                .param("pause", pause.toSeconds())
                .param("message", message.value())
                .update());
    }

    long waiting() {
        return lookups.run(client -> client.sql("select count(*) from lookups.outbox")
                .query(Long.class)
                .single());
    }
}
