package org.troth.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.troth.events.AccountId;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.TimeCodes;
import org.troth.events.confidential.Words;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class KeepingFactorsIT {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:10Z");
    private static final long STEP = NOW.getEpochSecond() / 30;

    private final TestDatabase database;
    private final AccountId account = AccountId.of("1f8fad5b-d9cb-469f-a165-70867728950e");

    private Vault vault;
    private TimeCodes codes;

    KeepingFactorsIT(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        database.execute("drop schema if exists vault cascade");
        database.migrate("vault", "classpath:db/vault");
        vault = new Installation(database, directory).node();
        codes = vault.timeCodes();
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void makesAnotherKeyEveryTimeAndSealsItUnderTheAccount() {
        String secret = codes.next();
        Sealed kept = codes.keep(account, secret);

        assertThat(secret).hasSize(32).isNotEqualTo(codes.next());
        assertThat(codes.isSecret(secret)).isTrue();
        assertThat(kept.owner()).isEqualTo(account.value());
        assertThat(kept.words()).isEqualTo(Words.ACCOUNT_FACTOR);
        assertThat(kept).isNotEqualTo(codes.keep(account, secret));
        assertThat(new String(kept.stored(), ISO_8859_1)).doesNotContain(secret);
    }

    @Test
    void knowsTheCodeOfThisStepAndOfItsNeighbours() {
        String secret = codes.next();
        Sealed kept = codes.keep(account, secret);

        for (int off = -1; off <= 1; off++) {
            String code = code(secret, STEP + off);
            assertThat(codes.shown(code, kept, NOW)).hasValue(STEP + off);
            assertThat(codes.tried(code, secret, NOW)).hasValue(STEP + off);
        }
        String now = code(secret, STEP);
        assertThat(codes.shown(" " + now.substring(0, 3) + " " + now.substring(3), kept, NOW))
                .hasValue(STEP);
        for (int off : new int[] {-3, -2, 2, 3}) {
            String code = code(secret, STEP + off);
            OptionalLong found = codes.shown(code, kept, NOW);
            // By chance, once in three hundred thousand, a far code is a near one too.
            assertThat(found.isEmpty() || nearCodes(secret).contains(code)).isTrue();
        }
    }

    private static List<String> nearCodes(String secret) {
        return List.of(code(secret, STEP - 1), code(secret, STEP), code(secret, STEP + 1));
    }

    /** What an app shows; that the product reckons as all apps do, {@link ReckoningCodesTest} shows. */
    private static String code(String secret, long step) {
        return new String(SteppedCodes.code(Objects.requireNonNull(Base32.bytes(secret)), step), US_ASCII);
    }

    @Test
    void answersNothingForWhatIsNoCodeAndForWhomThereIsNoKey() {
        String secret = codes.next();
        Sealed kept = codes.keep(account, secret);
        String code = code(secret, STEP);

        for (String typed :
                new String[] {"", "12345", code + "0", code.substring(1), "\uFF11".repeat(6), "x".repeat(64)}) {
            assertThat(codes.shown(typed, kept, NOW))
                    .as("%d characters", typed.length())
                    .isEmpty();
        }
        assertThat(codes.shown(code, null, NOW)).isEmpty();
        assertThat(codes.tried(code, "not a key", NOW)).isEmpty();
        assertThat(codes.isSecret(secret.substring(1))).isFalse();
        assertThatThrownBy(() -> codes.keep(account, "not a key")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWordsOfAnotherKind() {
        Sealed password = vault.passwords().choose(account, "lantern brittle meadow");

        assertThatThrownBy(() -> codes.shown("123456", password, NOW)).isInstanceOf(IllegalArgumentException.class);
    }
}
