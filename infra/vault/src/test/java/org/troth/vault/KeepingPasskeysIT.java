package org.troth.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.troth.events.AccountId;
import org.troth.events.FactorId;
import org.troth.events.account.Passkeys;
import org.troth.events.account.Passkeys.Made;
import org.troth.events.account.Passkeys.Question;
import org.troth.events.account.Passkeys.Shown;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class KeepingPasskeysIT {

    private static final URI HOME = URI.create("https://Records.example.org");

    private final TestDatabase database;
    private final AccountId account = AccountId.of("1f8fad5b-d9cb-469f-a165-70867728950e");
    private final AccountId other = AccountId.of("2f8fad5b-d9cb-469f-a165-70867728950e");
    private final FactorId first = new FactorId(new UUID(1, 1));

    private Vault vault;
    private Passkeys passkeys;

    KeepingPasskeysIT(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        database.execute("drop schema if exists vault cascade");
        database.migrate("vault", "classpath:db/vault");
        vault = new Installation(database, directory).node();
        passkeys = vault.passkeys(HOME);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private Made make(PretendAuthenticator device) {
        Question question = passkeys.toMake(account, List.of());
        return passkeys.made(
                        account,
                        question.challenge(),
                        device.asked(question.challenge()).made())
                .orElseThrow();
    }

    private Optional<Shown> show(PretendAuthenticator device, Made made) {
        Question question = passkeys.toShow(List.of(made.passkey()));
        return passkeys.shown(
                account,
                question.challenge(),
                device.asked(question.challenge()).shown(),
                Map.of(first, made.passkey()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "EdDSA", "RS256"})
    void knowsAPasskeyAgain(String algorithm) {
        PretendAuthenticator device = new PretendAuthenticator(algorithm);
        device.counter = 7;
        Made made = make(device);
        assertThat(made.counter()).isEqualTo(7);
        assertThat(made.passkey().words()).isEqualTo(Words.ACCOUNT_PASSKEY);
        assertThat(made.passkey().owner()).isEqualTo(account.value());
        assertThat(new String(made.passkey().stored(), ISO_8859_1))
                .doesNotContain(PretendAuthenticator.encoded(device.id), new String(device.id, ISO_8859_1));

        device.counter = 8;
        assertThat(show(device, made)).contains(new Shown(first, 8));
        device.user = handle(account);
        device.counter = 0;
        assertThat(show(device, made))
                .as("counters are compared where they are kept")
                .contains(new Shown(first, 0));
    }

    @Test
    void knowsOneThatIsKeptOnSeveralDevices() {
        PretendAuthenticator device = new PretendAuthenticator("ES256");
        device.flags |= PretendAuthenticator.MAY_BE_COPIED;
        Made made = make(device);
        assertThat(show(device, made)).isPresent();
    }

    @Test
    void asksAnewEachTimeAndTellsDevicesNothingOfWhoItIs() {
        Made made = make(new PretendAuthenticator("ES256"));
        Question one = passkeys.toMake(account, List.of(made.passkey()));
        Question two = passkeys.toMake(account, List.of());

        assertThat(one.challenge()).hasSize(43).isNotEqualTo(two.challenge());
        assertThat(one.asked())
                .contains(
                        "\"challenge\":\"" + one.challenge() + "\"",
                        "\"rp\":{\"id\":\"records.example.org\",\"name\":\"records.example.org\"}",
                        "\"name\":\"Sign-in\",\"displayName\":\"Sign-in\"",
                        "\"userVerification\":\"required\"",
                        "\"residentKey\":\"discouraged\"",
                        "\"attestation\":\"none\"",
                        "\"transports\":[\"hybrid\",\"internal\"]");
        assertThat(one.toString()).isEqualTo("Question");
        assertThat(passkeys.toShow(List.of(made.passkey())).asked())
                .contains("\"rpId\":\"records.example.org\"", "\"userVerification\":\"required\"", "\"id\":\"");
    }

    @ParameterizedTest
    @MethodSource("lies")
    void isNotShownByALie(Consumer<PretendAuthenticator> wrong) {
        for (String algorithm : List.of("ES256", "EdDSA", "RS256")) {
            PretendAuthenticator device = new PretendAuthenticator(algorithm);
            Made made = make(device);
            Question question = passkeys.toShow(List.of(made.passkey()));
            State before = State.of(device.asked(question.challenge()));
            wrong.accept(device);
            assertThat(passkeys.shown(account, question.challenge(), device.shown(), Map.of(first, made.passkey())))
                    .as(algorithm)
                    .isEmpty();
            before.restore(device);
            assertThat(show(device, made)).as("and then the truth").isPresent();
        }
    }

    /** Each says one thing that is not so. */
    static Stream<Consumer<PretendAuthenticator>> lies() {
        return Stream.of(
                device -> device.challenge = PretendAuthenticator.encoded(new byte[32]),
                device -> device.challenge = "",
                device -> device.origin = "https://records.example.org.evil.example",
                device -> device.origin = "http://records.example.org",
                device -> device.origin = "https://records.example.org:8443",
                device -> device.rpId = "example.org",
                device -> device.flags = PretendAuthenticator.PRESENT,
                device -> device.flags = PretendAuthenticator.VERIFIED,
                device -> device.flags = 0,
                device -> device.flags |= PretendAuthenticator.MAY_BE_COPIED,
                device -> device.spoilt = true,
                device -> device.crossOrigin = true,
                device -> device.type = "webauthn.create",
                device -> device.user = handle(AccountId.of("2f8fad5b-d9cb-469f-a165-70867728950e")),
                device -> device.id = new byte[24]);
    }

    /** As it was before a lie. */
    private record State(byte[] id, byte[] user, String challenge, String origin, String rpId, int flags) {

        static State of(PretendAuthenticator device) {
            return new State(device.id, device.user, device.challenge, device.origin, device.rpId, device.flags);
        }

        void restore(PretendAuthenticator device) {
            device.id = id;
            device.user = user;
            device.challenge = challenge;
            device.origin = origin;
            device.rpId = rpId;
            device.flags = flags;
            device.spoilt = false;
            device.crossOrigin = false;
            device.type = "";
        }
    }

    static Stream<Consumer<PretendAuthenticator>> liesInTheMaking() {
        return Stream.of(
                device -> device.challenge = PretendAuthenticator.encoded(new byte[32]),
                device -> device.origin = "https://evil.example",
                device -> device.rpId = "evil.example",
                device -> device.flags = PretendAuthenticator.PRESENT,
                device -> device.flags = PretendAuthenticator.VERIFIED,
                device -> device.crossOrigin = true,
                device -> device.type = "webauthn.get");
    }

    @ParameterizedTest
    @MethodSource("liesInTheMaking")
    void isNotMadeOfALie(Consumer<PretendAuthenticator> wrong) {
        PretendAuthenticator device = new PretendAuthenticator("ES256");
        Question question = passkeys.toMake(account, List.of());
        wrong.accept(device.asked(question.challenge()));
        assertThat(passkeys.made(account, question.challenge(), device.made())).isEmpty();
    }

    @Test
    void isNotTakenForAnotherAccountsNorForOneThatIsNotKept() {
        PretendAuthenticator device = new PretendAuthenticator("ES256");
        Made made = make(device);
        Made others = make(new PretendAuthenticator("ES256"));
        Question question = passkeys.toShow(List.of(made.passkey()));
        String answer = device.asked(question.challenge()).shown();

        assertThat(passkeys.shown(other, question.challenge(), answer, Map.of(first, others.passkey())))
                .isEmpty();
        assertThat(passkeys.shown(account, question.challenge(), answer, Map.of()))
                .isEmpty();
        assertThat(passkeys.shown(account, null, answer, Map.of(first, made.passkey())))
                .isEmpty();
        assertThat(passkeys.shown(account, question.challenge(), answer, Map.of(first, made.passkey())))
                .as("a challenge is spent by whoever keeps it")
                .isPresent();
    }

    @Test
    void isNoneAfterAnyByteOfItWasChanged() {
        PretendAuthenticator device = new PretendAuthenticator("ES256");
        Made made = make(device);
        Question question = passkeys.toShow(List.of(made.passkey()));
        String answer = device.asked(question.challenge()).shown();
        for (String part : List.of("clientDataJSON", "authenticatorData", "signature")) {
            byte[] bytes = Base64.getUrlDecoder().decode(value(answer, part));
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] ^= 0x10;
                String spoilt = answer.replace(value(answer, part), PretendAuthenticator.encoded(bytes));
                bytes[at] ^= 0x10;
                assertThat(passkeys.shown(account, question.challenge(), spoilt, Map.of(first, made.passkey())))
                        .as("%s, byte %d", part, at)
                        .isEmpty();
            }
        }
    }

    private static String value(String json, String name) {
        int from = json.indexOf('"' + name + "\":\"") + name.length() + 4;
        return json.substring(from, json.indexOf('"', from));
    }

    /** A stranger may write anything at all; the answer is no, and never a failure. */
    @Test
    void answersNoToWhatIsNoAnswer() {
        PretendAuthenticator device = new PretendAuthenticator("ES256");
        Made made = make(device);
        Question question = passkeys.toShow(List.of(made.passkey()));
        String answer = device.asked(question.challenge()).shown();
        String making = device.asked(question.challenge()).made();
        Random random = new Random(31);
        Stream<String> bent = Stream.concat(
                Stream.of("", "{}", "null", "[]", "\"x\"", "{\"id\":null}", "[".repeat(8000), answer + answer, making),
                Stream.generate(() -> {
                            StringBuilder text = new StringBuilder(random.nextBoolean() ? answer : making);
                            for (int i = 0; i < 3; i++) {
                                int at = random.nextInt(text.length());
                                text.replace(
                                        at,
                                        at + 1,
                                        random.nextBoolean() ? "" : Character.toString('!' + random.nextInt(90)));
                            }
                            return text.toString();
                        })
                        .limit(400));
        bent.forEach(each -> {
            if (!each.equals(answer)) {
                passkeys.made(account, question.challenge(), each);
                passkeys.shown(account, question.challenge(), each, Map.of(first, made.passkey()));
            }
        });
        assertThat(passkeys.shown(account, question.challenge(), making, Map.of(first, made.passkey())))
                .isEmpty();
        assertThat(passkeys.made(account, question.challenge(), answer)).isEmpty();
        assertThat(passkeys.shown(
                        account,
                        question.challenge(),
                        answer + " ".repeat(Passkeys.LONGEST_ANSWER),
                        Map.of(first, made.passkey())))
                .isEmpty();
    }

    @Test
    void isNotThereWhereTheHouseHasANumberForAName() {
        for (String number : new String[] {"http://127.0.0.1:8080", "https://10.0.0.7", "http://[::1]:8080"}) {
            Passkeys none = vault.passkeys(URI.create(number));
            assertThat(none.arePossible()).as(number).isFalse();
            assertThat(none.made(account, "x", "{}")).isEmpty();
            assertThat(none.shown(account, "x", "{}", Map.of())).isEmpty();
            assertThatThrownBy(() -> none.toShow(List.of())).isInstanceOf(IllegalStateException.class);
        }
        assertThat(vault.passkeys(null).arePossible()).isFalse();
    }

    @Test
    void worksOnThisMachineUnderItsName() {
        passkeys = vault.passkeys(URI.create("http://localhost:8081"));
        PretendAuthenticator device = new PretendAuthenticator("ES256");
        device.origin = "http://localhost:8081";
        device.rpId = "localhost";
        Made made = make(device);
        assertThat(show(device, made)).isPresent();
        device.origin = "http://127.0.0.1:8081";
        assertThat(show(device, made)).isEmpty();
    }

    @Test
    void refusesWordsOfAnotherKind() {
        Sealed password = vault.passwords().choose(account, "lantern brittle meadow");
        assertThatThrownBy(() -> passkeys.toShow(List.of(password))).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] handle(AccountId account) {
        return ByteBuffer.allocate(16)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .array();
    }

    @Test
    void keepsNoModelOfADevice() {
        KeptPasskey kept = new KeptPasskey(new byte[] {1}, "key".getBytes(UTF_8), true, List.of("usb", "\"x", "nfc"));
        assertThat(kept.line()).isEqualTo("webauthn 1 AQ a2V5 y nfc,usb");
        assertThat(KeptPasskey.read(kept.line())).isEqualTo(kept);
        assertThat(kept).hasToString("KeptPasskey");
    }
}
