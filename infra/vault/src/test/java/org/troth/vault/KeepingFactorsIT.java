package org.troth.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.troth.events.AccountId;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.TimeCodes;
import org.troth.events.confidential.Words;
import org.troth.testkit.PhoneApp;
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
        assertThat(new String(kept.stored(), java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain(secret);
    }

    @Test
    void knowsTheCodeOfThisStepAndOfItsNeighbours() {
        String secret = codes.next();
        Sealed kept = codes.keep(account, secret);
        PhoneApp app = PhoneApp.with(secret);

        for (int off = -1; off <= 1; off++) {
            String code = app.code(NOW.plusSeconds(30L * off));
            assertThat(codes.shown(code, kept, NOW)).hasValue(STEP + off);
            assertThat(codes.tried(code, secret, NOW)).hasValue(STEP + off);
        }
        String now = app.code(NOW);
        assertThat(codes.shown(" " + now.substring(0, 3) + " " + now.substring(3), kept, NOW))
                .hasValue(STEP);
        for (int off : new int[] {-3, -2, 2, 3}) {
            String code = app.code(NOW.plusSeconds(30L * off));
            OptionalLong found = codes.shown(code, kept, NOW);
            // By chance, once in three hundred thousand, a far code is a near one too.
            assertThat(found.isEmpty() || nearCodes(app).contains(code)).isTrue();
        }
    }

    private static java.util.List<String> nearCodes(PhoneApp app) {
        return java.util.List.of(app.code(NOW.minusSeconds(30)), app.code(NOW), app.code(NOW.plusSeconds(30)));
    }

    @Test
    void answersNothingForWhatIsNoCodeAndForWhomThereIsNoKey() {
        String secret = codes.next();
        Sealed kept = codes.keep(account, secret);
        String code = PhoneApp.with(secret).code(NOW);

        for (String typed : new String[] {"", "12345", code + "0", code.substring(1), "\uFF11".repeat(6), "x".repeat(64)}) {
            assertThat(codes.shown(typed, kept, NOW)).as("%d characters", typed.length()).isEmpty();
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
