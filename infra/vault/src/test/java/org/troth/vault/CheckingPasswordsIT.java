package org.troth.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.troth.vault.Refusals.refuses;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.troth.events.AccountId;
import org.troth.events.confidential.Passwords;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Unreadable.Why;
import org.troth.events.confidential.Words;
import org.troth.ledger.ValueHeader;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class CheckingPasswordsIT {
    private static final String PASSWORD = "lantern brittle meadow";

    private final TestDatabase database;
    private final AccountId account = AccountId.of("0f8fad5b-d9cb-469f-a165-70867728950e");

    private Installation installation;
    private Vault vault;
    private Passwords passwords;

    CheckingPasswordsIT(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        database.execute("drop schema if exists vault cascade");
        database.migrate("vault", "classpath:db/vault");
        installation = new Installation(database, directory);
        vault = installation.node();
        passwords = vault.passwords();
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void fitsWhatWasChosenAndNothingElse() {
        Sealed verifier = passwords.choose(account, PASSWORD);

        assertThat(verifier.owner()).isEqualTo(account.value());
        assertThat(passwords.fits(PASSWORD, verifier)).isTrue();
        assertThat(passwords.fits(PASSWORD + " ", verifier)).isFalse();
        assertThat(passwords.fits("", verifier)).isFalse();
        assertThat(passwords.fits(PASSWORD + "x".repeat(2_000), verifier)).isFalse();
        assertThat(passwords.choose(account, PASSWORD)).isNotEqualTo(verifier);
        assertThat(vault.opener().open(verifier, Installation.of(verifier)))
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void readsOnePasswordHoweverItWasTyped() {
        Sealed verifier = passwords.choose(account, "caf\u00e9 \u2168");

        assertThat(passwords.fits("cafe\u0301 IX", verifier)).isTrue();
        assertThat(passwords.fits("cafe IX", verifier)).isFalse();
    }

    @Test
    void worksAsHardForAnUnknownName() {
        Sealed verifier = passwords.choose(account, PASSWORD);
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            assertThat(passwords.fits("wrong", verifier)).isFalse();
            long middle = System.nanoTime();
            assertThat(passwords.fits("wrong", null)).isFalse();
            known = Math.min(known, middle - start);
            unknown = Math.min(unknown, System.nanoTime() - middle);
        }
        assertThat((double) unknown / known).isBetween(0.5, 2.0);
    }

    @Test
    void knowsNoErasedAccount() {
        Sealed verifier = passwords.choose(account, PASSWORD);
        installation.asOwner("update vault.data_key set wrapped = null where owner = ?", account.value());
        vault.evictions().evictAll();
        refuses(Why.TAMPERED, () -> passwords.fits(PASSWORD, verifier));

        installation.recordDestruction(
                account.value(), ValueHeader.read(verifier.stored()).keyId());
        assertThat(passwords.fits(PASSWORD, verifier)).isFalse();
    }

    @Test
    void refusesWordsThatAreNoVerifier() {
        Sealed words = vault.sealer().seal(Words.ACCOUNT_PASSWORD, account.value(), PASSWORD);

        refuses(Why.TAMPERED, () -> passwords.fits(PASSWORD, words));
        Sealed name = vault.sealer().seal(Words.ACCOUNT_NAME, account.value(), PASSWORD);
        assertThatIllegalArgumentException().isThrownBy(() -> passwords.fits(PASSWORD, name));
        assertThatIllegalArgumentException().isThrownBy(() -> passwords.choose(account, "x".repeat(1_025)));
    }

    @Test
    void makesCodesThatDiffer() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            codes.add(vault.codes().next());
        }
        assertThat(codes).hasSize(1_000).allMatch(code -> code.matches("[0-9abcdefghjkmnpqrstvwxyz]{32}"));
    }

    /** FIPS 180-4's example. */
    @Test
    void digestsPublishedTexts() {
        assertThat(vault.digests().sha256("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
