package org.troth.store.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Unreadable;
import org.troth.events.recording.Answer;
import org.troth.events.recording.Claim;
import org.troth.testkit.LeakSearch;

class GuardingTheRecordIT {

    private final House house = new House();
    private FactStore node;

    @BeforeEach
    void open() {
        node = house.node();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into facts.fact select 999, gen_random_uuid(), gen_random_uuid(), 0, header, ct, ct_hash, writer_tag from facts.fact limit 1",
                "update facts.fact set ct = null",
                "delete from facts.fact",
                "truncate facts.fact",
                "update facts.head set size = 0",
                "insert into facts.ledger values (gen_random_uuid(), 99, 'x', 'production')",
                "insert into lookups.claim values (1, '\\x01', gen_random_uuid(), 0)",
                "delete from lookups.claim",
                "update lookups.idempotency set position = 0",
                "delete from lookups.idempotency",
                "select facts.put_beside('{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', now())",
                "create table facts.mine(id int)",
                "alter table facts.fact disable trigger all"
            })
    void letsTheApplicationDoNothingButAppendAndRead(String sql) {
        assertThatThrownBy(() -> house.asApplication(sql))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update facts.fact set ct = ct",
                "delete from facts.fact",
                "truncate facts.fact",
                "update facts.ledger set origin = 'other'",
                "delete from facts.ledger",
                "truncate facts.ledger",
                "delete from facts.head",
                "truncate facts.head"
            })
    void stopsEvenTheOwnerFromAnAccident(String sql) {
        assertThatThrownBy(() -> house.database.execute(sql))
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23001"));
    }

    @Test
    void givesTheApplicationExactlyTheFunctionsItNeeds() {
        String functions = """
                select count(*) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                 where n.nspname = 'facts' and has_function_privilege('%s', p.oid, 'execute')
                """.formatted(house.database.applicationLogin().user());
        assertThat(house.one(functions)).isEqualTo(7);
        assertThat(house.one("""
                select count(*) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                 where n.nspname = 'facts' and p.prosecdef
                   and not coalesce(array_to_string(p.proconfig, ','), '') like '%search_path=pg_catalog, pg_temp%'
                """)).isZero();
    }

    @Test
    void refusesWhatIsNoFact() {
        assertThatThrownBy(() -> house.database.execute("""
                insert into facts.fact
                select 999, gen_random_uuid(), gen_random_uuid(), 0, set_byte(header, 5, 128), ct, ct_hash, writer_tag
                  from facts.fact limit 1
                """))
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23514"));
    }

    @Test
    void refusesTheSecondStepWhenTheHeadIsElsewhere() {
        assertThatThrownBy(() -> house.asApplication("""
                select facts.append(0, '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}',
                                    '{}', '{}', '{}', '{}', '{}', '{}', now(), 0, null, false)
                """))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("40001"));
    }

    @Test
    void saysTamperedOfAChangedRowAndNeverErased() {
        ParticipantId participant = House.somebody();
        long position =
                node.recorder().record(House.unit(), List.of(house.enquiryWithWords(participant, "some words")));
        FactStore other = house.node();
        String at = " where position = " + position;

        for (String change : List.of(
                "update facts.fact set ct = set_byte(ct, 40, get_byte(ct, 40) # 1)" + at,
                "update facts.fact set header = set_byte(header, 30, get_byte(header, 30) # 1)" + at,
                "update facts.fact set header = set_byte(header, 90, get_byte(header, 90) # 1)" + at,
                "update facts.fact set header = set_byte(header, 140, get_byte(header, 140) # 1)" + at,
                "update facts.fact set ct = (select x.ct from facts.fact x where x.position = 0)" + at,
                "update facts.fact set ct = '\\x00'" + at)) {
            house.tamper("create table public.kept as select * from facts.fact" + at);
            house.tamper(change);
            assertTampered(() -> node.streams().read(participant.toString(), 0));
            assertTampered(() -> other.streams().read(participant.toString(), 0));
            assertTampered(
                    () -> node.reader().after(position - 1, 10, node.head().size()).stream()
                            .map(node.reader()::open)
                            .toList());
            house.tamper(
                    "delete from facts.fact" + at,
                    "insert into facts.fact select * from public.kept",
                    "drop table public.kept");
        }
        assertThat(node.streams().read(participant.toString(), 0)).hasSize(1);
    }

    @Test
    void saysTamperedOfAMissingOrMovedRow() {
        ParticipantId one = House.somebody();
        ParticipantId other = House.somebody();
        node.recorder()
                .record(House.unit(), List.of(House.enquiry(one), House.enrolment(one, 1), House.enrolment(one, 2)));
        long last = node.recorder().record(House.unit(), List.of(House.enquiry(other)));

        house.tamper("update facts.fact set stream_seq = 9 where stream_id = '%s' and stream_seq = 2"
                .formatted(house.keys.streamId(one.toString())));
        assertTampered(() -> node.streams().read(one.toString(), 0));
        house.tamper("delete from facts.fact where stream_id = '%s' and stream_seq = 1"
                .formatted(house.keys.streamId(one.toString())));
        assertTampered(() -> node.streams().read(one.toString(), 0));
        assertTampered(() -> node.reader().after(-1, 1000, node.head().size()));
        house.tamper("delete from facts.fact where position = " + last);
        assertTampered(() -> node.reader().after(last - 1, 10, node.head().size()));
        house.tamper("update facts.fact set stream_id = '%s' where stream_id = '%s' and stream_seq = 0"
                .formatted(house.keys.streamId(other.toString()), house.keys.streamId(one.toString())));
        assertTampered(() -> node.streams().read(other.toString(), 0));
    }

    @Test
    void keepsErasedAndUnavailableApart() {
        ParticipantId participant = House.somebody();
        long position = node.recorder().record(House.unit(), List.of(House.enquiry(participant)));
        FactStore other = house.node();

        house.keys.recordKeyGone = true;
        assertUnreadable(Unreadable.Why.ERASED, () -> other.streams().read(participant.toString(), 0));
        house.keys.recordKeyGone = false;
        house.keys.unreachable = true;
        assertUnreadable(Unreadable.Why.UNAVAILABLE, () -> other.streams().read(participant.toString(), 0));
        assertUnreadable(
                Unreadable.Why.UNAVAILABLE,
                () -> node.recorder().record(House.unit(), List.of(House.enrolment(participant, 1))));
        house.keys.unreachable = false;
        house.tamper("update facts.fact set ct = null where position = " + position);
        for (FactStore each : List.of(node, other)) {
            assertUnreadable(Unreadable.Why.ERASED, () -> each.streams().read(participant.toString(), 0));
        }
    }

    @Test
    void leavesNothingReadableInTheDatabase() {
        ParticipantId participant = House.somebody();
        node.recorder()
                .record(
                        House.unit()
                                .taking(new Claim(TagKind.SIGN_IN_NAME, new byte[] {1}))
                                .answering(new Answer(
                                        UUID.randomUUID(),
                                        new byte[] {1},
                                        new byte[] {2},
                                        "answer",
                                        java.time.Instant.now().plusSeconds(60))),
                        List.of(house.enquiryWithWords(participant, "Quillfeather of Brackwater")));

        assertThat(LeakSearch.forWords(
                                "Quillfeather",
                                "Brackwater",
                                "housing",
                                "EnquiryReceived",
                                "enquiry-received",
                                "Participant",
                                participant.toString())
                        .inDatabase(house.database.superuser()))
                .filteredOn(finding -> finding.place().contains("table facts")
                        || finding.place().contains("table lookups"))
                .isEmpty();
    }

    private static void assertTampered(Runnable act) {
        assertUnreadable(Unreadable.Why.TAMPERED, act);
    }

    private static void assertUnreadable(Unreadable.Why why, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.why()).isEqualTo(why));
    }
}
