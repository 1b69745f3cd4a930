package org.troth.store.facts;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.troth.events.ledger.LedgerEvent;
import org.troth.events.recording.Streams;
import org.troth.ledger.FactSealing;
import org.troth.ledger.KeyBirths;
import org.troth.ledger.KeyEvictions;
import org.troth.store.codec.FactCodec;

/** One node's store of facts, opened over a migrated database; the first one to open it writes the genesis. */
public final class FactStore implements AutoCloseable {

    /**
     * What the store is made of.
     *
     * @param writing gives the two connections that the store keeps for itself; need not be a pool
     * @param reading gives a connection to each reader for a moment; a pool
     * @param clock the one clock of the product
     * @param clockIsSimulated whether that clock is a simulated one now, which is never compared with the database's
     * @param origin the name that the ledger's checkpoints carry
     */
    public record Parts(
            DataSource writing,
            DataSource reading,
            FactSealing sealing,
            KeyBirths births,
            KeyEvictions evictions,
            FactCodec codec,
            Clock clock,
            BooleanSupplier clockIsSimulated,
            String origin,
            LedgerEvent.Mode mode,
            AppendListener listener) {}

    private final Ledger ledger;
    private final Bell bell;
    private final FactReader reader;
    private final Appender appender;
    private final Recorder recorder;

    private FactStore(Ledger ledger, Bell bell, FactReader reader, Appender appender, Recorder recorder) {
        this.ledger = ledger;
        this.bell = bell;
        this.reader = reader;
        this.appender = appender;
        this.recorder = recorder;
    }

    /** Opens the store; throws {@link org.troth.events.recording.RecordUnavailable} when it cannot be reached. */
    public static FactStore open(Parts parts) {
        if (parts.mode() == LedgerEvent.Mode.PRODUCTION
                && parts.clockIsSimulated().getAsBoolean()) {
            throw new IllegalStateException("a production record is never written under a simulated clock");
        }
        FactSealing sealing = parts.sealing();
        Ledger ledger = Genesis.ensureRow(parts.reading(), parts.origin(), parts.mode(), sealing.generation());
        FactReader reader = new FactReader(parts.reading(), sealing, parts.codec());
        HeadState head = reader.head();
        Bell bell = new Bell(parts.writing(), head.size());
        BatchWriter writer = new BatchWriter(
                parts.writing(),
                sealing,
                parts.evictions(),
                reader,
                new ClockGuard(parts.clock(), parts.clockIsSimulated()),
                bell,
                parts.listener(),
                head);
        Appender appender = new Appender(writer, parts.listener());
        UnitSealer sealer = new UnitSealer(
                sealing, parts.codec(), new KeyRegister(parts.births(), reader), parts.clock(), ledger.id());
        Recorder recorder = new Recorder(appender, sealer, reader, parts.reading(), parts.clock());
        try {
            Genesis.ensureFact(ledger, head, recorder);
        } catch (RuntimeException e) {
            appender.close();
            throw e;
        }
        bell.start();
        return new FactStore(ledger, bell, reader, appender, recorder);
    }

    public Ledger ledger() {
        return ledger;
    }

    /** Puts units on the record outside a command. */
    public Recorder recorder() {
        return recorder;
    }

    /** Reads streams for strong questions. */
    public Streams streams() {
        return new RecordedStreams(reader);
    }

    public FactReader reader() {
        return reader;
    }

    public Bell bell() {
        return bell;
    }

    /** The head as this node saw it last. */
    public HeadState head() {
        return appender.head();
    }

    /** Ends the appender's and the bell's connections; callers that wait are refused. */
    @Override
    public void close() {
        appender.close();
        bell.close();
    }
}
