package org.troth.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.troth.vault.Installation.of;
import static org.troth.vault.Refusals.refuses;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.DisclosureExceeded;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Unreadable.Why;
import org.troth.events.confidential.Words;
import org.troth.ledger.ValueHeader;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class OpeningWordsIT {
    private static final String TEXT = "brittle lanterns — 同意します";

    private final TestDatabase database;
    private final UUID person = UUID.randomUUID();

    private Installation installation;
    private Vault vault;

    OpeningWordsIT(TestDatabase database) {
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

    @ParameterizedTest
    @EnumSource(Words.class)
    void opensWhatItSealedWhateverTheWords(Words words) {
        Sealed sealed = vault.sealer().seal(words, person, TEXT);

        assertThat(vault.opener().open(sealed, of(sealed))).isEqualTo(TEXT);
        assertThat(HexFormat.of().formatHex(sealed.stored()))
                .doesNotContain(HexFormat.of().formatHex("lanterns".getBytes(StandardCharsets.UTF_8)));
        assertThat(ValueHeader.read(sealed.stored()).valueClass())
                .isEqualTo(words.dataClass().code());
    }

    @Test
    void opensOnAnotherNodeAndAfterARestart() {
        Sealed sealed = vault.sealer().seal(Words.PARTICIPANT_NAME, person, TEXT);
        installation.nextEpoch();

        try (Vault another = installation.node()) {
            assertThat(another.opener().open(sealed, of(sealed))).isEqualTo(TEXT);
            Sealed more = another.sealer().seal(Words.PARTICIPANT_CONTACT, person, "");
            assertThat(vault.opener().open(more, of(more))).isEmpty();
        }
    }

    @Test
    void keepsOneKeyPerPersonAndAnotherForWhoSawThem() {
        UUID name = keyOf(vault.sealer().seal(Words.PARTICIPANT_NAME, person, TEXT));

        assertThat(keyOf(vault.sealer().seal(Words.BOUNDARY_WORDS, person, TEXT)))
                .isEqualTo(name);
        assertThat(keyOf(vault.sealer().seal(Words.DISCLOSURE_REASON, person, TEXT)))
                .isNotEqualTo(name);
        assertThat(keyOf(vault.sealer().seal(Words.PARTICIPANT_NAME, UUID.randomUUID(), TEXT)))
                .isNotEqualTo(name);
    }

    @Test
    void hasAtHandTheKeysOfWhatItIsToldToExpectAndOfNothingElse() {
        List<Sealed> many = new ArrayList<>();
        Map<UUID, Set<Words>> named = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            Sealed sealed = vault.sealer().seal(Words.PARTICIPANT_NAME, UUID.randomUUID(), TEXT + i);
            many.add(sealed);
            if (i > 0) {
                named.put(sealed.owner(), Set.of(Words.PARTICIPANT_NAME));
            }
        }
        try (Vault another = installation.node()) {
            Disclosure disclosure = Disclosure.durableAt(1, named);
            another.opener().open(many.get(1), disclosure);
            another.opener().expect(many, disclosure);
            installation.databaseReachable = false;
            for (int i = 1; i < many.size(); i++) {
                assertThat(another.opener().open(many.get(i), disclosure)).isEqualTo(TEXT + i);
            }
            // The disclosure does not name the first, so its key was not fetched.
            refuses(Why.UNAVAILABLE, () -> another.opener().open(many.get(0), of(many.get(0))));
        } finally {
            installation.databaseReachable = true;
        }
    }

    @Test
    void tellsWhatIsWrongWithOneOfThoseItExpectsWhenThatIsOpened() {
        Sealed good = vault.sealer().seal(Words.PARTICIPANT_NAME, person, TEXT);
        UUID other = UUID.randomUUID();
        Sealed erased = vault.sealer().seal(Words.PARTICIPANT_NAME, other, TEXT);
        UUID changed = UUID.randomUUID();
        Sealed tampered = vault.sealer().seal(Words.PARTICIPANT_NAME, changed, TEXT);
        installation.recordDestruction(other, keyOf(erased));
        installation.asOwner("update vault.data_key set wrapped = null where key_id = ?", keyOf(erased));
        installation.asOwner(
                "update vault.data_key set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1) where key_id = ?",
                keyOf(tampered));
        try (Vault another = installation.node()) {
            Disclosure disclosure = Disclosure.durableAt(
                    1,
                    Map.of(
                            person, Set.of(Words.PARTICIPANT_NAME),
                            other, Set.of(Words.PARTICIPANT_NAME),
                            changed, Set.of(Words.PARTICIPANT_NAME)));
            another.opener().open(good, disclosure);
            another.opener().expect(List.of(good, erased, tampered), disclosure);
            assertThat(another.opener().open(good, disclosure)).isEqualTo(TEXT);
            refuses(Why.ERASED, () -> another.opener().open(erased, disclosure));
            refuses(Why.TAMPERED, () -> another.opener().open(tampered, disclosure));
        }
    }

    @Test
    void opensNothingTheDisclosureDoesNotName() {
        Sealed sealed = vault.sealer().seal(Words.PARTICIPANT_NAME, person, TEXT);

        exceeded(sealed, of(UUID.randomUUID(), Words.PARTICIPANT_NAME));
        exceeded(sealed, of(person, Words.PARTICIPANT_CONTACT));
        // Another kind of the same class is not named either.
        exceeded(sealed, of(person, Words.VOLUNTEER_NAME));
        exceeded(sealed, Disclosure.durableAt(1, Map.of()));
        exceeded(sealed, Disclosure.durableAt(1, Map.of(person, Set.of())));
        exceeded(
                sealed,
                Disclosure.durableAt(
                        1,
                        Map.of(
                                person,
                                Set.of(Words.PARTICIPANT_CONTACT),
                                UUID.randomUUID(),
                                Set.of(Words.PARTICIPANT_NAME))));
    }

    @Test
    void opensNothingAfterASecond() throws Exception {
        Sealed sealed = vault.sealer().seal(Words.PARTICIPANT_NAME, person, TEXT);
        Disclosure disclosure = of(sealed);
        Thread.sleep(1_050);

        exceeded(sealed, disclosure);
    }

    @Test
    void opensNothingUnderAnotherNameOrOwner() {
        Sealed sealed = vault.sealer().seal(Words.PARTICIPANT_CONTACT, person, TEXT);
        UUID other = UUID.randomUUID();
        vault.sealer().seal(Words.PARTICIPANT_CONTACT, other, TEXT);

        refusedAs(Why.TAMPERED, new Sealed(sealed.stored(), Words.PARTICIPANT_CONTACT_ADVICE, person));
        refusedAs(Why.TAMPERED, new Sealed(sealed.stored(), Words.PARTICIPANT_NAME, person));
        refusedAs(Why.TAMPERED, new Sealed(sealed.stored(), Words.DISCLOSURE_REASON, person));
        refusedAs(Why.TAMPERED, new Sealed(sealed.stored(), Words.PARTICIPANT_CONTACT, other));
    }

    @Test
    void refusesEachChangedByte() {
        byte[] stored =
                vault.sealer().seal(Words.PARTICIPANT_NAME, person, TEXT).stored();
        for (int at = 0; at < stored.length; at++) {
            byte[] changed = stored.clone();
            changed[at] ^= 0x20;
            refusedAs(Why.TAMPERED, new Sealed(changed, Words.PARTICIPANT_NAME, person));
        }
    }

    @Test
    void callsAMissingOrNulledWrapTamperedUntilTheRecordProvesErasure() {
        Sealed sealed = vault.sealer().seal(Words.PARTICIPANT_NAME, person, TEXT);
        Sealed seen = vault.sealer().seal(Words.DISCLOSURE_REASON, person, TEXT);
        installation.asOwner("update vault.data_key set wrapped = null where key_id = ?", keyOf(sealed));
        assertThat(vault.opener().open(sealed, of(sealed))).isEqualTo(TEXT);

        vault.evictions().evictAll();
        refusedAs(Why.TAMPERED, sealed);
        refuses(Why.TAMPERED, () -> vault.sealer().seal(Words.PARTICIPANT_NAME, person, TEXT));

        installation.recordDestruction(person, UUID.randomUUID());
        refusedAs(Why.TAMPERED, sealed);

        installation.recordDestruction(person, keyOf(sealed));
        refusedAs(Why.ERASED, sealed);
        refuses(Why.ERASED, () -> vault.sealer().seal(Words.PARTICIPANT_NAME, person, TEXT));
        assertThat(vault.opener().open(seen, of(seen))).isEqualTo(TEXT);

        installation.asOwner("delete from vault.data_key where key_id = ?", keyOf(sealed));
        refusedAs(Why.ERASED, sealed);
        try (Vault restarted = installation.node()) {
            refuses(Why.ERASED, () -> restarted.sealer().seal(Words.PARTICIPANT_NAME, person, TEXT));
            assertThat(restarted.opener().open(seen, of(seen))).isEqualTo(TEXT);
        }
        installation.destroyed.clear();
        refusedAs(Why.TAMPERED, sealed);
    }

    /** S3-28: sections under separate keys. */
    @Test
    void keepsThingsOfOnePersonApart() {
        UUID law = UUID.randomUUID();
        UUID health = UUID.randomUUID();
        Sealed one = vault.sealer().sealApart(Words.PLAN_SECTION, law, person, TEXT);
        Sealed step = vault.sealer().sealApart(Words.PLAN_STEP, law, person, TEXT);
        Sealed other = vault.sealer().sealApart(Words.PLAN_SECTION, health, person, TEXT);
        Sealed name = vault.sealer().seal(Words.PARTICIPANT_NAME, person, TEXT);
        assertThat(keyOf(step)).isEqualTo(keyOf(one));
        assertThat(Set.of(keyOf(one), keyOf(other), keyOf(name))).hasSize(3);

        // Whoever may open one cannot with it open another.
        assertThat(vault.opener().open(one, of(one))).isEqualTo(TEXT);
        for (Sealed each : List.of(step, other, name)) {
            assertThatExceptionOfType(DisclosureExceeded.class)
                    .isThrownBy(() -> vault.opener().open(each, of(one)));
        }
        // Nor by saying that its bytes are the other's.
        Sealed passedOff = new Sealed(other.stored(), Words.PLAN_SECTION, law);
        refuses(Why.TAMPERED, () -> vault.opener().open(passedOff, of(passedOff)));

        // One is destroyed, and the others are read.
        installation.recordDestruction(law, keyOf(one));
        installation.asOwner("update vault.data_key set wrapped = null where key_id = ?", keyOf(one));
        vault.evictions().evict(law);
        refusedAs(Why.ERASED, one);
        refusedAs(Why.ERASED, step);
        refuses(Why.ERASED, () -> vault.sealer().sealApart(Words.PLAN_STEP, law, person, TEXT));
        assertThat(vault.opener().open(other, of(other))).isEqualTo(TEXT);
        assertThat(vault.opener().open(name, of(name))).isEqualTo(TEXT);
    }

    @Test
    void makesNoKeyForAThingOfSomebodyWhoWasErased() {
        Sealed name = vault.sealer().seal(Words.PARTICIPANT_NAME, person, TEXT);
        installation.recordDestruction(person, keyOf(name));
        refuses(Why.ERASED, () -> vault.sealer().sealApart(Words.PLAN_SECTION, UUID.randomUUID(), person, TEXT));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> vault.sealer().sealApart(Words.PARTICIPANT_NAME, UUID.randomUUID(), person, TEXT));
    }

    @Test
    void takesNoProofOfAnotherOwner() {
        Sealed sealed = vault.sealer().seal(Words.PARTICIPANT_NAME, person, TEXT);
        UUID attacker = UUID.randomUUID();
        installation.asOwner(
                "update vault.data_key set wrapped = null, owner = ? where key_id = ?", attacker, keyOf(sealed));
        installation.recordDestruction(attacker, keyOf(sealed));
        vault.evictions().evictAll();

        refusedAs(Why.TAMPERED, sealed);
    }

    @Test
    void recordsWhoLookedEvenAfterErasure() {
        Sealed sealed = vault.sealer().seal(Words.PARTICIPANT_NAME, person, TEXT);
        installation.recordDestruction(person, keyOf(sealed));

        Sealed reason = vault.sealer().seal(Words.DISCLOSURE_REASON, person, TEXT);
        assertThat(vault.opener().open(reason, of(reason))).isEqualTo(TEXT);
    }

    @Test
    void evictsOneOwnerAlone() {
        Sealed sealed = vault.sealer().seal(Words.PARTICIPANT_NAME, person, TEXT);
        Sealed other = vault.sealer().seal(Words.PARTICIPANT_NAME, UUID.randomUUID(), TEXT);
        installation.databaseReachable = false;
        vault.evictions().evict(person);

        refusedAs(Why.UNAVAILABLE, sealed);
        assertThat(vault.opener().open(other, of(other))).isEqualTo(TEXT);
    }

    @Test
    void sealsUnderNoZeroisedKeyWhileOthersEvict() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        AtomicBoolean evicting = new AtomicBoolean(true);
        try {
            Future<?> evictions = threads.submit(() -> {
                while (evicting.get()) {
                    vault.evictions().evictAll();
                }
            });
            List<Callable<List<Sealed>>> work = Collections.nCopies(3, () -> {
                List<Sealed> made = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    made.add(vault.sealer().seal(Words.PARTICIPANT_NAME, person, TEXT));
                }
                return made;
            });
            List<Sealed> all = new ArrayList<>();
            for (Future<List<Sealed>> each : threads.invokeAll(work)) {
                all.addAll(each.get());
            }
            evicting.set(false);
            evictions.get();
            assertThat(all)
                    .hasSize(300)
                    .allSatisfy(each ->
                            assertThat(vault.opener().open(each, of(each))).isEqualTo(TEXT));
        } finally {
            evicting.set(false);
            threads.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind = 2",
                "owner = '00000000-0000-0000-0000-000000000009'",
                "class = 1",
                "holder = '00000000-0000-0000-0000-000000000009'",
                "epoch = 2",
                "kek_id = '00000000-0000-0000-0000-000000000009'",
                "wrapped = set_byte(wrapped, 0, get_byte(wrapped, 0) # 1)",
                "wrapped = set_byte(wrapped, 40, get_byte(wrapped, 40) # 1)",
                "wrapped = set_byte(wrapped, 111, get_byte(wrapped, 111) # 1)"
            })
    void refusesAKeyWhoseRowWasChanged(String change) {
        Sealed sealed = vault.sealer().seal(Words.PARTICIPANT_NAME, person, TEXT);
        assertThat(installation.asOwner("update vault.data_key set " + change + " where key_id = ?", keyOf(sealed)))
                .isEqualTo(1);
        vault.evictions().evictAll();

        refusedAs(Why.TAMPERED, sealed);
    }

    @Test
    void refusesWrapsThatWereSwapped() {
        Sealed one = vault.sealer().seal(Words.PARTICIPANT_NAME, person, TEXT);
        Sealed two = vault.sealer().seal(Words.PARTICIPANT_NAME, UUID.randomUUID(), TEXT);
        installation.asOwner(
                "update vault.data_key as mine set wrapped = theirs.wrapped from vault.data_key as theirs"
                        + " where (mine.key_id, theirs.key_id) in ((?, ?), (?, ?))",
                keyOf(one),
                keyOf(two),
                keyOf(two),
                keyOf(one));
        vault.evictions().evictAll();

        refusedAs(Why.TAMPERED, one);
        refusedAs(Why.TAMPERED, two);
    }

    @Test
    void isUnavailableWithoutDatabaseEpochOrRoot() throws Exception {
        Sealed sealed = vault.sealer().seal(Words.PARTICIPANT_NAME, person, TEXT);

        vault.evictions().evictAll();
        installation.databaseReachable = false;
        refusedAs(Why.UNAVAILABLE, sealed);
        refuses(Why.UNAVAILABLE, () -> vault.sealer().seal(Words.PARTICIPANT_NAME, UUID.randomUUID(), TEXT));
        refuses(Why.UNAVAILABLE, installation::node);

        installation.databaseReachable = true;
        installation.root.reachable = false;
        refusedAs(Why.UNAVAILABLE, sealed);
        assertThat(vault.health()).isEqualTo(KeyWrapper.Health.UNREACHABLE);

        installation.root.reachable = true;
        assertThat(vault.opener().open(sealed, of(sealed))).isEqualTo(TEXT);

        vault.evictions().evictAll();
        installation.loseEpoch(1);
        assertThatExceptionOfType(VaultRefused.class).isThrownBy(installation::node);
    }

    @Test
    void isUnavailableWhenAnOlderEpochIsLost() throws Exception {
        Sealed sealed = vault.sealer().seal(Words.PARTICIPANT_NAME, person, TEXT);
        installation.nextEpoch();
        try (Vault later = installation.node()) {
            later.sealer().seal(Words.PARTICIPANT_NAME, UUID.randomUUID(), TEXT);
        }
        installation.loseEpoch(1);

        try (Vault restarted = installation.node()) {
            refuses(Why.UNAVAILABLE, () -> restarted.opener().open(sealed, of(sealed)));
        }
    }

    @Test
    void refusesToStartOverAnOlderShredDomain(@TempDir Path empty) {
        vault.sealer().seal(Words.PARTICIPANT_NAME, person, TEXT);

        assertThatExceptionOfType(VaultRefused.class)
                .isThrownBy(() -> new Installation(database, empty).node())
                .withMessageContaining("older backup");
    }

    private UUID keyOf(Sealed sealed) {
        return ValueHeader.read(sealed.stored()).keyId();
    }

    private void refusedAs(Why why, Sealed sealed) {
        refuses(why, () -> vault.opener().open(sealed, of(sealed)));
    }

    private void exceeded(Sealed sealed, Disclosure disclosure) {
        assertThatExceptionOfType(DisclosureExceeded.class)
                .isThrownBy(() -> vault.opener().open(sealed, disclosure));
    }
}
