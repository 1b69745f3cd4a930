package org.troth.command.message;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.troth.command.dispatch.Lookups;
import org.troth.command.record.MemoryDigests;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.People;
import org.troth.events.ConsentId;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.Words;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.ConsentInForce;
import org.troth.events.consent.LastWord;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.directory.AgencyMail;
import org.troth.events.disclosure.Disclosing;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.matching.MatchInForce;
import org.troth.events.message.Carrier;
import org.troth.events.message.CarrierAway;
import org.troth.events.message.MessageEvent.MessageQueued;
import org.troth.events.message.Note;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;
import org.troth.testkit.TestDatabase;

/** Messages on a record in memory and an outbox in PostgreSQL, with a carrier that does as a test says. */
final class MessageHouse {

    final MemoryHouse house;
    final MemoryRecord record;
    final MemorySealing sealing = new MemorySealing();
    final JdbcClient lookups;
    final Outbox outbox;
    final KeepOutbox keep;
    final List<Look> looks = new ArrayList<>();
    final ConcurrentLinkedQueue<Note> carried = new ConcurrentLinkedQueue<>();
    final List<Carrier.Taken> answers = new ArrayList<>();

    /** Called when a look is on the record, just before the address is opened. */
    @Nullable
    Runnable meanwhile;

    /** Called when a note is handed over. */
    @Nullable
    Consumer<Note> handedOver;

    boolean away;
    boolean setUp = true;
    boolean together = true;
    LastWord.Said matching = LastWord.Said.NOTHING;

    /** What the directory publishes for agencies, if anything. */
    @Nullable
    String listed = "desk@agency.example.org";

    @Nullable
    String secondContact = "second@post.example.org";

    private final Clock clock;

    MessageHouse(TestDatabase database, Clock clock) {
        this.clock = clock;
        house = MemoryHouse.of(clock, Message.class);
        record = house.record();
        database.migrate("lookups", "classpath:db/lookups");
        lookups = JdbcClient.create(database.application());
        lookups.sql("delete from lookups.outbox").update();
        outbox = new Outbox(new Lookups(lookups));
        keep = new KeepOutbox(outbox);
    }

    Queue queue() {
        return new Queue(house.dispatch());
    }

    /** A node that sends. */
    SendMessages node() {
        return new SendMessages(outbox, record, leaving(), house.dispatch());
    }

    /** A node that sends, to which a decision is old after so long. */
    SendMessages node(Duration atOnce) {
        return new SendMessages(outbox, record, leaving(), house.dispatch(), atOnce);
    }

    private Leaving leaving() {
        return new Leaving(
                ways(),
                new Occasions(record, matches(), consents(), words(), clock),
                new Wordings(new MemoryDigests()),
                gate(),
                sealing,
                carrier(),
                clock);
    }

    Ways ways() {
        return new Ways(record, mail(), () -> Optional.ofNullable(secondContact));
    }

    /** As it was listed last, under the agency or the service. */
    private AgencyMail mail() {
        return (agency, service) -> new AgencyMail.Answer(
                listed,
                new Precondition(agency.toString(), record.lastSequence(agency.toString())),
                List.of(new Precondition(service.toString(), record.lastSequence(service.toString()))));
    }

    private ConsentInForce consents() {
        return new ConsentInForce() {
            @Override
            public Answer covers(
                    ConsentId consent,
                    ParticipantId participant,
                    Purpose purpose,
                    Recipient recipient,
                    Set<DataClass> classes,
                    LocalDate day) {
                boolean withdrawn = record.read(consent.toString(), 0).stream()
                        .anyMatch(each -> each.fact() instanceof ConsentWithdrawn);
                return new Answer(
                        consent,
                        withdrawn ? "withdrawn" : null,
                        new Precondition(consent.toString(), record.lastSequence(consent.toString())));
            }

            @Override
            public Set<DataClass> classesOf(ConsentId consent) {
                throw new UnsupportedOperationException("nobody asks here what it covers");
            }
        };
    }

    /** What they said last about being looked for with what stands on their record. */
    private LastWord words() {
        return (participant, purpose) -> new LastWord.Answer(
                purpose == Purpose.MATCHING ? matching : LastWord.Said.NOTHING,
                false,
                List.of(new Precondition("matching", record.lastSequence("matching"))));
    }

    private MatchInForce matches() {
        return match -> new MatchInForce.Standing(
                together, null, null, new Precondition(match.toString(), record.lastSequence(match.toString())));
    }

    /** What the reactions would do with all that was queued. */
    void react() {
        record.facts(MessageQueued.class).forEach(keep::on);
    }

    /** Everything is due now, and nobody holds anything. */
    void dueNow() {
        lookups.sql("update lookups.outbox set due_at = now(), held_until = null")
                .update();
    }

    long waiting() {
        return outbox.waiting();
    }

    void add(Object id, long sequence, Fact fact) {
        record.record(
                new Unit(People.coordinator().actor(), UUID.randomUUID()),
                List.of(new NewFact("Any", id.toString(), sequence, fact)));
    }

    private Disclosing gate() {
        return new Disclosing() {
            @Override
            public Disclosure disclose(Look look) {
                synchronized (looks) {
                    looks.add(look);
                }
                Runnable now = meanwhile;
                if (now != null) {
                    now.run();
                }
                Map<UUID, Set<Words>> scope = new HashMap<>();
                look.shown().forEach(each -> scope.put(each.person(), each.words()));
                return Disclosure.durableAt(looks.size(), scope);
            }

            @Override
            public Disclosure search(
                    Actor actor,
                    PurposeOfUse purpose,
                    String route,
                    SubjectKind scope,
                    Set<DataClass> classes,
                    Set<UUID> people,
                    UUID request) {
                throw new UnsupportedOperationException("nothing here searches");
            }

            @Override
            public void logRead(
                    Actor actor,
                    PurposeOfUse purpose,
                    String route,
                    @Nullable UUID subject,
                    int results,
                    UUID request) {
                throw new UnsupportedOperationException("nothing here reads the log");
            }

            @Override
            public void refused(Actor actor, String route, @Nullable UUID subject, String rule, UUID request) {
                throw new UnsupportedOperationException("nobody is refused here");
            }

            @Override
            public Optional<Ground> groundFor(Actor actor, PurposeOfUse purpose, Look.Shown shown) {
                return Optional.empty();
            }
        };
    }

    private Carrier carrier() {
        return new Carrier() {
            @Override
            public boolean isSetUp() {
                return setUp;
            }

            @Override
            public Trip setOut() {
                if (away) {
                    throw new CarrierAway();
                }
                return new Trip() {
                    @Override
                    public boolean stands() {
                        return true;
                    }

                    @Override
                    public Taken carry(Note note, long before) {
                        carried.add(note);
                        Consumer<Note> now = handedOver;
                        if (now != null) {
                            now.accept(note);
                        }
                        synchronized (answers) {
                            return answers.isEmpty() ? Taken.TAKEN : answers.remove(0);
                        }
                    }

                    @Override
                    public void close() {
                        // Nothing is open.
                    }
                };
            }
        };
    }
}
