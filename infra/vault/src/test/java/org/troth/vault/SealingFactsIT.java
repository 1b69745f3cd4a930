package org.troth.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.troth.vault.Refusals.refuses;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Unreadable.Why;
import org.troth.events.confidential.Words;
import org.troth.events.keys.KeyKind;
import org.troth.ledger.Category;
import org.troth.ledger.FactDraft;
import org.troth.ledger.KeyBirth;
import org.troth.ledger.OpenedFact;
import org.troth.ledger.SealedFact;
import org.troth.ledger.ValueHeader;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class SealingFactsIT {
    private static final UUID LEDGER = UUID.randomUUID();

    private final TestDatabase database;

    private Installation installation;
    private Vault vault;

    SealingFactsIT(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        database.execute("drop schema if exists vault cascade");
        database.migrate("vault", "classpath:db/vault");
        installation = new Installation(database, directory);
        vault = installation.node();
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void opensOnEveryNodeWhatOneSealed() {
        SealedFact sealed = vault.factSealing().seal(draft(LEDGER, Category.DOMAIN));
        try (Vault another = installation.node()) {
            OpenedFact opened = another.factSealing().open(sealed.header(), sealed.ct());

            assertThat(opened.type()).isEqualTo("consent-granted");
            assertThat(opened.revision()).isEqualTo(2);
            assertThat(new String(opened.payload(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":1}");
            assertThat(another.factSealing().streamId("x"))
                    .isEqualTo(vault.factSealing().streamId("x"))
                    .isNotEqualTo(vault.factSealing().streamId("y"));
            assertThat(another.factSealing().writerTag(7, sealed.headerHash(), sealed.ctHash()))
                    .isEqualTo(vault.factSealing().writerTag(7, sealed.headerHash(), sealed.ctHash()))
                    .isNotEqualTo(vault.factSealing().writerTag(8, sealed.headerHash(), sealed.ctHash()));
            assertThat(another.factSealing().generation())
                    .isEqualTo(vault.factSealing().generation());
        }
    }

    @Test
    void refusesEachChangedByteAndAKeyOfAnotherLedger() {
        SealedFact sealed = vault.factSealing().seal(draft(LEDGER, Category.DOMAIN));
        for (int at = 0; at < sealed.header().length; at++) {
            byte[] changed = sealed.header().clone();
            changed[at] ^= 1;
            refuses(Why.TAMPERED, () -> vault.factSealing().open(changed, sealed.ct()));
        }
        byte[] ct = sealed.ct().clone();
        ct[17] ^= 1;
        refuses(Why.TAMPERED, () -> vault.factSealing().open(sealed.header(), ct));
        refuses(Why.TAMPERED, () -> vault.factSealing().open(new byte[0], sealed.ct()));
    }

    @Test
    void keepsFactsAndWhatStandsBesideThemApart() {
        SealedFact fact = vault.factSealing().seal(draft(LEDGER, Category.DOMAIN));
        SealedFact snapshot = vault.factSealing().seal(draft(LEDGER, Category.SNAPSHOT));

        assertThat(vault.factSealing()
                        .openBeside(Category.SNAPSHOT, snapshot.header(), snapshot.ct())
                        .type())
                .isEqualTo("consent-granted");
        refuses(Why.TAMPERED, () -> vault.factSealing().open(snapshot.header(), snapshot.ct()));
        refuses(
                Why.TAMPERED,
                () -> vault.factSealing().openBeside(Category.DEAD_LETTER, snapshot.header(), snapshot.ct()));
        refuses(Why.TAMPERED, () -> vault.factSealing().openBeside(Category.SNAPSHOT, fact.header(), fact.ct()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vault.factSealing().openBeside(Category.DOMAIN, fact.header(), fact.ct()));
    }

    @Test
    void takesAnotherKeyForEachProgrammeAndEpoch() {
        UUID first = vault.factSealing().seal(draft(LEDGER, Category.DOMAIN)).keyId();
        UUID other = vault.factSealing()
                .seal(draft(UUID.randomUUID(), Category.DOMAIN))
                .keyId();
        assertThat(vault.factSealing().seal(draft(LEDGER, Category.KEY)).keyId())
                .isEqualTo(first)
                .isNotEqualTo(other);
        installation.nextEpoch();
        try (Vault later = installation.node()) {
            assertThat(later.factSealing().seal(draft(LEDGER, Category.DOMAIN)).keyId())
                    .isNotEqualTo(first);
        }
    }

    @Test
    void neverCallsARecordKeyErased() {
        SealedFact sealed = vault.factSealing().seal(draft(LEDGER, Category.DOMAIN));
        installation.asOwner("update vault.data_key set wrapped = null where key_id = ?", sealed.keyId());
        installation.recordDestruction(LEDGER, sealed.keyId());
        vault.evictions().evictAll();

        refuses(Why.TAMPERED, () -> vault.factSealing().open(sealed.header(), sealed.ct()));
    }

    @Test
    void namesEveryKeyOnceUntilItIsBorn() {
        List<UUID> standing = vault.births().standing();
        UUID person = UUID.randomUUID();
        UUID subject = ValueHeader.read(
                        vault.sealer().seal(Words.PARTICIPANT_NAME, person, "x").stored())
                .keyId();
        UUID envelope = vault.factSealing().seal(draft(LEDGER, Category.DOMAIN)).keyId();

        assertThat(standing).hasSize(4 + TagKind.values().length).doesNotHaveDuplicates();
        assertThat(vault.births().unborn(List.of(subject, envelope, subject, standing.get(0))))
                .containsExactly(
                        new KeyBirth(subject, KeyKind.SUBJECT.code(), person, 0, List.of(), 1),
                        new KeyBirth(envelope, KeyKind.RECORD.code(), LEDGER, 0, List.of(), 1),
                        new KeyBirth(standing.get(0), KeyKind.SYSTEM.code(), KeyName.NOBODY, 1, List.of(), 1));
        vault.births().born(List.of(subject, envelope));
        assertThat(vault.births().unborn(List.of(subject, envelope))).isEmpty();
        assertThat(vault.births().standing()).isEqualTo(standing);
        try (Vault another = installation.node()) {
            assertThat(another.births().standing()).isEqualTo(standing);
            assertThat(another.births().unborn(List.of(subject))).hasSize(1);
        }
        refuses(Why.TAMPERED, () -> vault.births().unborn(List.of(UUID.randomUUID())));
    }

    @Test
    void makesOneKeyWhenAllNodesMakeItAtOnce() throws Exception {
        int nodes = 6;
        List<Vault> vaults = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            for (int i = 0; i < nodes; i++) {
                vaults.add(installation.node());
            }
            for (int round = 0; round < 10; round++) {
                UUID person = UUID.randomUUID();
                CyclicBarrier start = new CyclicBarrier(nodes);
                List<Callable<UUID>> work = new ArrayList<>();
                for (Vault each : vaults) {
                    work.add(() -> {
                        start.await();
                        return ValueHeader.read(each.sealer()
                                        .seal(Words.INTAKE_NOTE, person, "x")
                                        .stored())
                                .keyId();
                    });
                }
                HashSet<UUID> keys = new HashSet<>();
                for (Future<UUID> each : threads.invokeAll(work)) {
                    keys.add(each.get());
                }
                assertThat(keys).hasSize(1);
            }
        } finally {
            threads.shutdown();
            vaults.forEach(Vault::close);
        }
    }

    @Test
    void sharesAJointKeyAmongItsHolders() {
        UUID pair = UUID.randomUUID();
        UUID one = new UUID(0, 1);
        UUID two = new UUID(0, 2);
        DataKeys keys = keys();
        UUID keyId;
        byte[] key;
        try (var held = keys.findOrCreate(KeyName.jointAny(pair, List.of(two, one)))) {
            keyId = held.about().keyId();
            key = held.key().clone();
        }
        assertThat(keys.rows(keyId)).extracting(row -> row.holder()).containsExactly(one, two);
        assertThat(new Births(keys).unborn(List.of(keyId)))
                .containsExactly(new KeyBirth(keyId, KeyKind.JOINT_ANY.code(), pair, 0, List.of(one, two), 1));

        installation.asOwner("delete from vault.data_key where key_id = ? and holder = ?", keyId, one);
        keys.evictAll();
        try (var held = keys.existing(keyId, pair)) {
            assertThat(held.key()).isEqualTo(key);
        }
        installation.asOwner("update vault.data_key set holder = ? where key_id = ?", one, keyId);
        keys.evictAll();
        refuses(Why.TAMPERED, () -> keys.existing(keyId, pair));
        installation.asOwner("delete from vault.data_key where key_id = ?", keyId);
        installation.recordDestruction(pair, keyId);
        refuses(Why.ERASED, () -> keys.existing(keyId, pair));
    }

    @Test
    void keepsJointKeysThatDieWithEitherAndLocationsApart() {
        UUID owner = UUID.randomUUID();
        DataKeys keys = keys();
        List<UUID> ids = new ArrayList<>();
        for (KeyName name : List.of(
                KeyName.jointAll(owner),
                KeyName.ofWords(DataClass.LOCATION, owner),
                KeyName.ofWords(DataClass.NARRATIVE, owner),
                KeyName.ofWords(DataClass.AUDIT, owner))) {
            try (var held = keys.findOrCreate(name)) {
                ids.add(held.about().keyId());
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update vault.data_key set epoch = epoch",
                "delete from vault.data_key",
                "truncate vault.data_key",
                "drop table vault.data_key",
                "create table vault.other (id int)"
            })
    void givesTheApplicationNoWayToChangeARow(String sql) throws SQLException {
        vault.births().standing();
        try (Connection connection = database.application().getConnection();
                Statement statement = connection.createStatement()) {
            Assertions.assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute(sql))
                    .satisfies(refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void tagsEqualValuesOfTwoKindsDifferently() {
        byte[] tag = vault.tags().tag(TagKind.SIGN_IN_NAME, "someone");

        assertThat(tag).hasSize(32).isEqualTo(vault.tags().tag(TagKind.SIGN_IN_NAME, "someone"));
        for (TagKind kind : TagKind.values()) {
            if (kind != TagKind.SIGN_IN_NAME) {
                assertThat(vault.tags().tag(kind, "someone")).isNotEqualTo(tag);
            }
        }
    }

    private DataKeys keys() {
        return new DataKeys(
                new KeyTable(database.application()),
                ShredDomain.in(installation.shredDirectory, installation.root, installation.clock),
                owner -> installation.destroyed.getOrDefault(owner, Set.of()),
                new SecureRandom(),
                System::nanoTime);
    }

    private static FactDraft draft(UUID ledger, Category category) {
        return new FactDraft(
                category,
                ledger,
                UUID.randomUUID(),
                UUID.randomUUID(),
                0,
                1_790_000_000_000L,
                "consent-granted",
                2,
                "{\"a\":1}".getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8));
    }
}
