package org.troth.app.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.troth.vault.KeystoreFile;

class RefusingToStartTest {

    private static final String PASSPHRASE = "a secret of passphrase";

    /** Making one takes a second or two. */
    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private Path keystore = Path.of("");

    private final Map<String, Object> settings = new HashMap<>();

    @BeforeEach
    void giveEverythingButADatabase() throws IOException {
        keystore = directory.resolve("keys").resolve("root.bcfks");
        Files.createDirectories(keystore.getParent());
        Path made = shared.resolve("root.bcfks");
        if (!Files.exists(made)) {
            KeystoreFile.create(made, PASSPHRASE.toCharArray());
        }
        Files.copy(made, keystore, StandardCopyOption.COPY_ATTRIBUTES);
        settings.put("troth.home", directory.resolve("home").toString());
        settings.put("troth.zone", "Europe/London");
        settings.put("troth.origin", "https://records.example.org");
        settings.put("troth.database.url", "jdbc:postgresql://127.0.0.1:1/troth");
        settings.put("troth.database.owner.user", "troth_owner");
        settings.put("troth.database.owner.password-file", secret("owner", "rw-------"));
        settings.put("troth.database.application.user", "troth_app");
        settings.put("troth.database.application.password-file", secret("application", "rw-------"));
        settings.put("troth.keys.keystore", keystore.toString());
        settings.put("troth.keys.epochs", directory.resolve("epochs").toString());
        settings.put("troth.keys.passphrase-file", secret("passphrase", "rw-------"));
        settings.put("troth.proxy.trusted", "10.0.0.5");
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        settings.clear();
        assertThat(reasons())
                .anyMatch(reason -> reason.startsWith("troth.zone is missing"))
                .anyMatch(reason -> reason.startsWith("troth.origin is missing"))
                .anyMatch(reason -> reason.startsWith("troth.database.url is missing"))
                .anyMatch(reason -> reason.startsWith("troth.database.owner.user is missing"))
                .anyMatch(reason -> reason.startsWith("troth.database.owner.password-file is missing"))
                .anyMatch(reason -> reason.startsWith("troth.database.application.user is missing"))
                .anyMatch(reason -> reason.startsWith("troth.database.application.password-file is missing"))
                .anyMatch(reason -> reason.startsWith("troth.keys.keystore is missing"))
                .anyMatch(reason -> reason.startsWith("troth.keys.epochs is missing"))
                .anyMatch(reason -> reason.startsWith("troth.keys.passphrase-file is missing"))
                .anyMatch(reason -> reason.startsWith("Neither TLS"))
                .hasSize(11);
    }

    @Test
    void comesToTheKeysAndTheDatabaseWhenNothingIsMissing() {
        assertThat(reasons())
                .anyMatch(reason -> reason.contains("export") && reason.contains("acknowledge"))
                .anyMatch(reason -> reason.startsWith("The database does not let troth_owner in"))
                .anyMatch(reason -> reason.startsWith("The database does not let troth_app in"))
                .hasSize(3);
    }

    @Test
    void asksNoMoreAboutTheKeysOnceTheirExportWasAcknowledged() {
        Path recovery = directory.resolve("recovery.bcfks");
        KeystoreFile root = KeystoreFile.open(keystore, PASSPHRASE.toCharArray());
        root.export(recovery, "another passphrase".toCharArray());
        root.acknowledge(recovery, "another passphrase".toCharArray());
        assertThat(reasons()).hasSize(2).allMatch(reason -> reason.startsWith("The database does not let troth_"));
    }

    @Test
    void namesAPassphraseThatDoesNotFit() throws IOException {
        settings.put("troth.keys.passphrase-file", secret("another", "rw-------"));
        assertThat(reasons()).anyMatch(reason -> reason.contains("the passphrase does not fit"));
    }

    @Test
    void namesAFileThatOthersCanRead() throws IOException {
        settings.put("troth.keys.passphrase-file", secret("open", "rw-r--r--"));
        assertThat(reasons())
                .containsExactly("troth.keys.passphrase-file names a file that others can read: chmod 600.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".notes@post.example.org", "no..tes@post.example.org", "notes.@post.example.org"})
    void namesASenderThatIsNoAddress(String from) {
        settings.put("troth.mail.host", "127.0.0.1");
        settings.put("troth.mail.from", from);
        settings.put("troth.mail.reply-to", "");
        assertThat(reasons())
                .filteredOn(reason -> reason.startsWith("troth.mail."))
                .singleElement()
                .asString()
                .startsWith("troth.mail.from must be");
    }

    @Test
    void namesAMailboxOfTheSecondContactThatIsNoAddress() {
        settings.put("troth.mail.host", "127.0.0.1");
        settings.put("troth.mail.from", "notes.of@post.example.org");
        settings.put("troth.mail.second-contact", "call me");
        assertThat(reasons())
                .filteredOn(reason -> reason.startsWith("troth.mail."))
                .singleElement()
                .asString()
                .startsWith("troth.mail.second-contact must be");
    }

    @Test
    void hasAnswersGoToTheSenderWhereNothingElseIsSaid() {
        settings.put("troth.mail.host", "127.0.0.1");
        settings.put("troth.mail.from", "notes.of@post.example.org");
        settings.put("troth.mail.reply-to", "");
        settings.put("troth.mail.bounces", " ");
        List<String> reasons = new ArrayList<>();
        Mail mail = Objects.requireNonNull(MailSettings.read(environment(), (name, file) -> "", reasons));
        assertThat(reasons).isEmpty();
        assertThat(mail.replyTo()).isEqualTo("notes.of@post.example.org");
        assertThat(mail.secondContact()).isNull();
        assertThat(mail.bounces()).isEqualTo("notes.of@post.example.org");
    }

    @Test
    void takesNoPassphraseFromAProperty() {
        settings.put("troth.keys.passphrase", "sesame");
        assertThat(reasons())
                .singleElement()
                .asString()
                .startsWith("troth.keys.passphrase must not be a property")
                .doesNotContain("sesame");
    }

    @Test
    void wantsTwoRoles() {
        settings.put("troth.database.application.user", "troth_owner");
        assertThat(reasons()).anyMatch(reason -> reason.endsWith("what runs must not own."));
    }

    @Test
    void takesEitherTlsOrAProxyAndNotBoth() {
        settings.put("server.ssl.certificate", "/etc/certificate.pem");
        assertThat(reasons()).anyMatch(reason -> reason.startsWith("Both TLS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "true", "on off"})
    void wantsTheBlindIndexOnOrOff(String set) {
        settings.put("troth.search.blind-index", set);
        assertThat(reasons()).containsExactly("troth.search.blind-index is either off or on.");
    }

    @Test
    void takesNoPatternForAProxy() {
        settings.put("troth.proxy.trusted", ".*");
        assertThat(reasons()).anyMatch(reason -> reason.startsWith("troth.proxy.trusted is a list of addresses"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://records.example.org", "https://", "https://records.example.org/app", "records", "::"})
    void wantsAnOriginThatIsHttpsAndAHost(String origin) {
        settings.put("troth.origin", origin);
        assertThat(reasons()).anyMatch(reason -> reason.startsWith("troth.origin"));
    }

    @Test
    void takesNoTrialsKeys() throws IOException {
        Path home = Files.createDirectories(directory.resolve("home"));
        Files.writeString(home.resolve("passphrase"), "made up\n");
        Files.writeString(home.resolve("root.bcfks"), "made up\n");
        settings.put("troth.keys.keystore", home.resolve("root.bcfks").toString());
        settings.put("troth.keys.passphrase-file", home.resolve("passphrase").toString());
        assertThat(reasons())
                .anyMatch(reason -> reason.startsWith("troth.keys.keystore is a trial's keystore"))
                .anyMatch(reason -> reason.startsWith("troth.keys.passphrase-file is a trial's passphrase"));
    }

    @Test
    void takesNoKeysOfATrialThatLiesElsewhere() throws IOException {
        Path trial =
                Files.createDirectories(directory.resolve("elsewhere/keys")).getParent();
        Files.writeString(trial.resolve("demonstration"), "LOADED\n");
        Files.writeString(trial.resolve("passphrase"), "made up\n");
        Files.writeString(trial.resolve("keys/root.bcfks"), "made up\n");
        settings.put("troth.keys.keystore", trial.resolve("keys/root.bcfks").toString());
        settings.put("troth.keys.passphrase-file", trial.resolve("passphrase").toString());
        assertThat(reasons())
                .anyMatch(reason -> reason.startsWith("troth.keys.keystore is a trial's keystore"))
                .anyMatch(reason -> reason.startsWith("troth.keys.passphrase-file is a trial's passphrase"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.7", "::"})
    void keepsATrialOnThisMachine(String address) {
        settings.clear();
        settings.put("server.address", address);
        assertThat(trialReasons()).singleElement().asString().contains("would let other machines in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
    void letsATrialUseAnyLoopbackAddress(String address) {
        List<String> reasons = new ArrayList<>();
        TrialGround.refuseUnlessLoopback("server.address", address, reasons);
        assertThat(reasons).isEmpty();
    }

    @Test
    void keepsATrialFromASettingItWouldIgnore() {
        settings.clear();
        settings.put("troth.database.url", "jdbc:postgresql://database/troth");
        assertThat(trialReasons())
                .containsExactly(
                        "troth.database.url is set, but trial mode makes its own: set troth.mode=production, or remove it.");
    }

    @Test
    void letsNobodyWorkHereWithAPasswordAlone() {
        settings.put("troth.sign-in.second-step", "offered");
        assertThat(reasons())
                .containsExactly(
                        "troth.sign-in.second-step is offered: only a trial lets those who work in the programme sign in with a password alone.");
        settings.put("troth.sign-in.second-step", "never");
        assertThat(reasons()).containsExactly("troth.sign-in.second-step is either demanded or offered.");
        settings.clear();
        settings.put("troth.sign-in.second-step", "never");
        assertThat(trialReasons()).containsExactly("troth.sign-in.second-step is either demanded or offered.");
    }

    @Test
    void saysThatADirectoryCannotBeMade() throws IOException {
        Path file = Files.createFile(directory.resolve("a file"));
        settings.clear();
        settings.put("troth.home", file.resolve("trial").toString());
        settings.put("server.port", "0");
        assertThat(trialReasons())
                .singleElement()
                .asString()
                .contains("troth.home")
                .contains("cannot be made");
    }

    @Test
    void saysThatThePortIsTakenBeforeAnythingIsMade() throws IOException {
        Path home = directory.resolve("trial");
        settings.clear();
        settings.put("troth.home", home.toString());
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            settings.put("server.port", Integer.toString(taken.getLocalPort()));
            assertThat(trialReasons()).singleElement().asString().contains("is in use by another process");
        }
        assertThat(home).doesNotExist();
    }

    @Test
    void saysThatADirectoryCannotBeUsed() throws IOException {
        settings.clear();
        // It belongs to root, and not even root can make a file in it.
        settings.put("troth.home", "/proc/sys/net");
        settings.put("server.port", "0");
        assertThat(trialReasons()).singleElement().asString().startsWith("/proc/sys/net");
    }

    private List<String> reasons() {
        return catchThrowableOfType(StartRefused.class, () -> ProductionGround.lay(environment(), question -> null))
                .reasons();
    }

    private List<String> trialReasons() {
        return catchThrowableOfType(StartRefused.class, () -> TrialGround.lay(environment()))
                .reasons();
    }

    private StandardEnvironment environment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return environment;
    }

    private String secret(String name, String mode) throws IOException {
        Path file = directory.resolve(name);
        Files.writeString(file, "a secret of " + name + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return file.toString();
    }
}
