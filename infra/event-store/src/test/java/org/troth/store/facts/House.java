package org.troth.store.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.troth.events.DisclosureId;
import org.troth.events.Law;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.DisclosureEvent.LogRead;
import org.troth.events.disclosure.DisclosureEvent.RecordDisclosed;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.ledger.LedgerEvent;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.ParticipantEnrolled;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Unit;
import org.troth.store.codec.FactCodec;
import org.troth.testkit.TestDatabase;

/** A migrated record of a test, with as many nodes as are opened. */
public final class House implements AutoCloseable {

    public static final Law LAW = new Law("troth-base", 1, "enrolment-1");

    public final TestDatabase database = TestDatabase.fresh();
    public final TestKeys keys = new TestKeys();
    private final List<FactStore> nodes = new ArrayList<>();

    public House() {
        database.migrate("facts", "classpath:db/facts");
    }

    public FactStore node() {
        return node(database.application(), Clock.systemUTC());
    }

    public FactStore node(DataSource writing, Clock clock) {
        return node(writing, clock, AppendListener.NONE);
    }

    public FactStore node(DataSource writing, Clock clock, AppendListener listener) {
        FactStore node = FactStore.open(parts(writing, clock, listener));
        nodes.add(node);
        return node;
    }

    FactStore.Parts parts(DataSource writing, Clock clock, AppendListener listener) {
        return new FactStore.Parts(
                writing,
                database.application(),
                keys,
                keys.births(),
                keys,
                FactCodec.ofLanguage(List.of()),
                clock,
                () -> false,
                "example.org/record",
                LedgerEvent.Mode.PRODUCTION,
                listener);
    }

    public static Unit unit() {
        return new Unit(Actor.system(new UUID(7, 7)), UUID.randomUUID());
    }

    public static NewFact enquiry(ParticipantId participant) {
        return new NewFact(
                "Participant", participant.toString(), 0, new EnquiryReceived(participant, "housing", "en", null));
    }

    public NewFact enquiryWithWords(ParticipantId participant, String words) {
        return new NewFact(
                "Participant",
                participant.toString(),
                0,
                new EnquiryReceived(
                        participant, "housing", "en", keys.words(Words.ENQUIRY_WORDS, participant.value(), words)));
    }

    /** Words about this person as a later fact of this place in their stream. */
    public NewFact moreWords(ParticipantId participant, long sequence, String words) {
        return new NewFact(
                "Participant",
                participant.toString(),
                sequence,
                enquiryWithWords(participant, words).fact());
    }

    public static NewFact enrolment(ParticipantId participant, long sequence) {
        return new NewFact("Participant", participant.toString(), sequence, new ParticipantEnrolled(participant, LAW));
    }

    /** A look at somebody: a fact that no reader is waited for. */
    public static NewFact look(ParticipantId participant) {
        DisclosureId id = new DisclosureId(UUID.randomUUID());
        return new NewFact(
                "Disclosure",
                id.toString(),
                0,
                new RecordDisclosed(
                        id,
                        unit().actor().account(),
                        Role.COORDINATOR,
                        PurposeOfUse.COC,
                        "/participants/{id}",
                        participant.value(),
                        SubjectKind.PARTICIPANT,
                        Set.of(DataClass.IDENTITY),
                        Ground.ROLE,
                        null,
                        null,
                        null,
                        1,
                        null));
    }

    /** A reading of the log of looks. */
    public static NewFact logReading() {
        DisclosureId id = new DisclosureId(UUID.randomUUID());
        return new NewFact(
                "Disclosure",
                id.toString(),
                0,
                new LogRead(
                        id, unit().actor().account(), Role.AUDITOR, PurposeOfUse.RECORDMGT, "/disclosures", null, 1));
    }

    public static ParticipantId somebody() {
        return new ParticipantId(UUID.randomUUID());
    }

    /** Whole numbers of the first column. */
    public List<Long> longs(String sql) {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Long> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getLong(1));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long one(String sql) {
        return longs(sql).get(0);
    }

    /** Does what only an intruder with the administrator's rights can do: triggers do not fire. */
    public void tamper(String... statements) {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a statement as the application. */
    public void asApplication(String sql) throws SQLException {
        try (Connection connection = database.application().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    @Override
    public void close() {
        nodes.forEach(FactStore::close);
        database.close();
    }
}
